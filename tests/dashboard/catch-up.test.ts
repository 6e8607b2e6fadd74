import { expect, it } from 'vitest';
import { CatchUp } from '../../client/dashboard/data/catch-up.ts';
import type { LiveEvent } from '../../client/dashboard/data/live.ts';

/** What of an event is looked at; the rest of a message does not matter here. */
function status(cursor: string, id: string): LiveEvent {
  return { __typename: 'StatusUpdate', cursor, message: { id } } as unknown as LiveEvent;
}
const checkpoint = (live: boolean) => ({ __typename: 'Checkpoint', cursor: 'c', live }) as unknown as LiveEvent;
const cursors = (events: readonly LiveEvent[]) => events.map(({ cursor }) => cursor);

it('writes only the newest of each message while it catches up, in order, once live is reached', () => {
  const catchUp = new CatchUp();
  for (const [cursor, id] of [
    ['1', 'a'],
    ['2', 'b'],
    ['3', 'a'],
  ] as const) {
    expect(catchUp.take(status(cursor, id))).toEqual([]);
  }
  expect(catchUp.take(checkpoint(false))).toEqual([]);
  expect(cursors(catchUp.take(checkpoint(true)))).toEqual(['2', '3']);
  expect(cursors(catchUp.take(status('4', 'a')))).toEqual(['4']);
});

it('holds back again after a lost connection', () => {
  const catchUp = new CatchUp();
  catchUp.take(checkpoint(true));
  catchUp.lost();
  expect(catchUp.take(status('5', 'a'))).toEqual([]);
  expect(cursors(catchUp.take(checkpoint(true)))).toEqual(['5']);
});

it('lets through at once what is about no message, and the oldest when it holds five hundred', () => {
  const catchUp = new CatchUp();
  const template = { __typename: 'TemplateEvent', cursor: 't' } as unknown as LiveEvent;
  expect(cursors(catchUp.take(template))).toEqual(['t']);
  for (let at = 0; at < 500; at += 1) expect(catchUp.take(status(`${at}`, `m${at}`))).toEqual([]);
  expect(cursors(catchUp.take(status('500', 'm500')))).toEqual(['0']);
});
