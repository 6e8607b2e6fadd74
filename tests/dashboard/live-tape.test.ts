import { describe, expect, it } from 'vitest';
import type { LiveEvent } from '../../client/dashboard/data/live.ts';
import { bodyOf, kindOf, passes, storedWithin } from '../../client/dashboard/screens/live/kinds.ts';
import { createTape, type TapeEvent } from '../../client/dashboard/screens/live/tape.ts';

const event = (cursor: string, more: object = {}) =>
  ({ __typename: 'InboundMessage', type: 'inbound_message', cursor, ...more }) as unknown as TapeEvent;
const shown = (tape: ReturnType<typeof createTape>) => tape.view().events.map(({ cursor }) => cursor);

function recorded(count: number, most?: number) {
  const tape = createTape(most, (draw) => draw());
  for (let item = 1; item <= count; item += 1) tape.add(event(String(item)));
  return tape;
}

describe('the tape', () => {
  it('has the newest first, and forgets the oldest beyond its bound', () => {
    expect(shown(recorded(5, 3))).toEqual(['5', '4', '3']);
  });

  it('tells no item twice when a reconnect repeats it, and no checkpoints', () => {
    const tape = recorded(2);
    tape.add(event('1'));
    tape.add({ __typename: 'Checkpoint', cursor: '2', live: true } as unknown as LiveEvent);
    expect(shown(tape)).toEqual(['2', '1']);
  });

  it('counts what comes while it is held, keeps the newest of it, and shows it when it goes on', () => {
    const tape = recorded(2, 3);
    tape.hold();
    for (const cursor of ['3', '4', '5', '6']) tape.add(event(cursor));
    tape.add(event('6'));
    expect(tape.view()).toMatchObject({ held: true, missed: 4 });
    expect(shown(tape)).toEqual(['2', '1']);
    tape.goOn();
    expect(tape.view()).toMatchObject({ held: false, missed: 0 });
    expect(shown(tape)).toEqual(['6', '5', '4']);
  });

  it('draws a swarm once, however many it is, and keeps no more of it than its bound while nobody looks', () => {
    const pictures: (() => void)[] = [];
    const tape = createTape(3, (draw) => pictures.push(draw));
    let drawn = 0;
    tape.subscribe(() => {
      drawn += 1;
    });
    for (let item = 1; item <= 10_000; item += 1) tape.add(event(String(item)));
    expect([drawn, pictures.length]).toEqual([0, 1]);
    pictures[0]?.();
    expect([drawn, shown(tape)]).toEqual([1, ['10000', '9999', '9998']]);
    // What was too much to keep is not held for known for ever either.
    tape.add(event('1'));
    pictures[1]?.();
    expect(shown(tape)).toEqual(['1', '10000', '9999']);
  });

  it('counts all that came while it was held, also what came between two pictures', () => {
    const pictures: (() => void)[] = [];
    const tape = createTape(2, (draw) => pictures.push(draw));
    tape.hold();
    for (let item = 1; item <= 50; item += 1) tape.add(event(String(item)));
    pictures[0]?.();
    expect(tape.view()).toMatchObject({ held: true, missed: 50, events: [] });
    tape.add(event('51'));
    tape.goOn();
    expect(shown(tape)).toEqual(['51', '50']);
  });

  it('starts empty again when it is cleared', () => {
    const tape = recorded(2);
    tape.clear();
    expect(shown(tape)).toEqual([]);
    tape.add(event('1'));
    expect(shown(tape)).toEqual(['1']);
  });
});

describe('the filter', () => {
  const all = { kind: '', direction: '', number: '', status: '', q: '' };
  const status = event('s', {
    __typename: 'StatusUpdate',
    type: 'message_status',
    status: 'FAILED',
    error: { code: 131026 },
    message: {
      id: 'msg_1',
      direction: 'OUTBOUND',
      status: 'SENT',
      text: 'أهلاً بكَ في المكتبة',
      type: 'text',
      phoneNumber: { phoneNumberId: '15' },
      contact: { name: 'Zaínab', phone: '+9647700000000' },
    },
  });

  it.each([
    [{ kind: 'status' }, true],
    [{ kind: 'inbound' }, false],
    [{ direction: 'OUTBOUND' }, true],
    [{ direction: 'INBOUND' }, false],
    [{ number: '15' }, true],
    [{ number: '16' }, false],
    [{ status: 'FAILED' }, true],
    [{ status: 'SENT' }, false],
    [{ q: 'اهلا المكتبه' }, true],
    [{ q: 'zainab ٧٧٠' }, true],
    [{ q: '131026' }, true],
    [{ q: 'elsewhere' }, false],
  ])('%o lets a failed message pass: %s', (words, result) => {
    expect(passes(status, { ...all, ...words })).toBe(result);
  });

  it('knows notices, which are about no message', () => {
    const notice = event('n', { __typename: 'NoticeEvent', type: 'account', data: { decision: 'APPROVED' } });
    expect(kindOf(notice)).toBe('notice');
    expect(passes(notice, { ...all, q: 'approved' })).toBe(true);
    expect(passes(notice, { ...all, direction: 'INBOUND' })).toBe(false);
  });
});

it('shows an item as it is told, whatever Meta’s own fields are called', () => {
  const message = { __typename: 'Message', id: 'msg_1', conversation: { id: 'conv_1' } };
  expect(bodyOf(event('m', { message }))).toEqual({ type: 'inbound_message', cursor: 'm', message: { id: 'msg_1' } });
  const data = { conversation: { id: 'meta' } };
  expect(bodyOf(event('n', { __typename: 'NoticeEvent', data }))).toMatchObject({ data });
});

it('tells how long storing took, where that is known', () => {
  const at = (ms: number) => new Date(ms).toISOString();
  expect(storedWithin({ receivedAt: at(1_000), recordedAt: at(1_012) })).toBe(12);
  expect(storedWithin({ receivedAt: null, recordedAt: at(1_012) })).toBe(null);
});
