import { expect, it } from 'vitest';
import { createPendingSends, idempotencyKey } from '../../client/dashboard/data/optimistic.ts';

it('makes keys that are never the same', () => {
  const keys = new Set(Array.from({ length: 100 }, idempotencyKey));
  expect(keys.size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^ui_[0-9a-f]{32}$/);
});

it('shows a send until the gateway knows it, through failures and further tries', () => {
  const sends = createPendingSends<string>();
  const send = { key: 'k', conversationId: 'conv_1', content: 'hello', at: 1 };
  sends.add(send);
  sends.fail('k');
  expect(sends.list()).toEqual([{ ...send, state: 'failed' }]);
  sends.add(send);
  expect(sends.list()).toEqual([{ ...send, state: 'sending' }]);
  sends.remove('k');
  expect(sends.list()).toEqual([]);
});

it('makes room at its bound: a failed one first, else the oldest', () => {
  const sends = createPendingSends<number>(2);
  const add = (key: string) => sends.add({ key, conversationId: 'conv_1', content: 0, at: 0 });
  for (const key of ['a', 'b']) add(key);
  sends.fail('b');
  add('c');
  add('d');
  expect(sends.list().map(({ key }) => key)).toEqual(['c', 'd']);
});
