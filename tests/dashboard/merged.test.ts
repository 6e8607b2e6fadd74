import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LiveEvent } from '../../client/dashboard/data/live.ts';
import { mergedIn } from '../../client/dashboard/screens/inbox/merged.ts';

const notice = (data: unknown) => ({ __typename: 'NoticeEvent', data }) as LiveEvent;

it('tells which conversation has the messages of another now', () => {
  const conversations = [{ from: 'conv_a', into: 'conv_b' }];
  expect(mergedIn(notice({ kind: 'contacts_merged', conversations }))).toEqual(new Map([['conv_a', 'conv_b']]));
});

it('tells nothing for any other news, whatever it holds', () => {
  expect(mergedIn(notice({ kind: 'other', conversations: [] }))).toBeNull();
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(mergedIn(notice(value))?.size ?? 0).toBe(0);
      expect(mergedIn(notice({ kind: 'contacts_merged', conversations: value }))?.size ?? 0).toBe(0);
    }),
  );
});
