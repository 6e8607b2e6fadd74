import { expect, it } from 'vitest';
import {
  createOutbox,
  type Post,
  type SendAnswer,
} from '../../client/dashboard/screens/inbox/composer/sending/outbox.ts';
import type { KeyedOutgoing } from '../../client/dashboard/screens/inbox/composer/sending/outgoing.ts';
import { memoryStorage } from './memory-storage.ts';

const CONV = 'conv_1';
const text = (body: string, key: string): KeyedOutgoing => ({ key, replyTo: null, content: { kind: 'text', body } });
const stored = (id: string): SendAnswer => ({ kind: 'stored', id, conversationId: CONV });
const refused: SendAnswer = { kind: 'refused', failure: { code: 'WINDOW_CLOSED', says: 'Closed.', action: null } };

/** A gateway that answers when it is told to. */
function gateway() {
  const asked: { key: string; answer: (answer: SendAnswer) => void }[] = [];
  const post: Post = ({ key }) => new Promise((answer) => asked.push({ key, answer }));
  return { asked, post };
}

function open(storage = memoryStorage()) {
  const { asked, post } = gateway();
  const outbox = createOutbox({ post, storage, storageKey: 'k', now: () => 1 });
  const states = () => outbox.list().map(({ key, state, failure }) => [key, state, failure?.code ?? null]);
  const answer = async (index: number, what: SendAnswer) => {
    await expect.poll(() => asked[index]).toBeDefined();
    asked[index]?.answer(what);
    await new Promise(setImmediate);
  };
  return { outbox, asked, states, answer, storage };
}

it('shows a message until the stream brings it', async () => {
  const { answer, outbox, states } = open();
  outbox.send(CONV, [text('Hi', 'ui_1')]);
  expect(states()).toEqual([['ui_1', 'sending', null]]);
  await answer(0, stored('msg_1'));
  expect(states()).toEqual([['ui_1', 'sending', null]]);
  outbox.arrived({ id: 'msg_1', conversationId: CONV, text: 'Hi' });
  expect(states()).toEqual([]);
});

it('does not show twice what the stream brings before the answer', async () => {
  const { answer, outbox, states } = open();
  outbox.send(CONV, [text('Hi', 'ui_1')]);
  outbox.arrived({ id: 'msg_1', conversationId: CONV, text: 'Hi' });
  expect(states()).toEqual([]);
  await answer(0, stored('msg_1'));
  expect([states(), outbox.list()]).toEqual([[], []]);
});

it('shows again what was only taken for it', async () => {
  const { answer, outbox, states } = open();
  outbox.send(CONV, [text('Ok', 'ui_1')]);
  outbox.arrived({ id: 'msg_of_another_tab', conversationId: CONV, text: 'Ok' });
  await answer(0, refused);
  expect(states()).toEqual([['ui_1', 'failed', 'WINDOW_CLOSED']]);
});

it('asks once more by its key when the answer was lost but the message seems to have come', async () => {
  const { answer, asked, outbox, states } = open();
  outbox.send(CONV, [text('Hi', 'ui_1')]);
  outbox.arrived({ id: 'msg_1', conversationId: CONV, text: 'Hi' });
  await answer(0, { kind: 'silent' });
  await answer(1, stored('msg_1'));
  expect([asked.map(({ key }) => key), states()]).toEqual([['ui_1', 'ui_1'], []]);
});

it('sends one after the other in a conversation, and others meanwhile', async () => {
  const { answer, asked, outbox } = open();
  outbox.send(CONV, [text('First', 'ui_1'), text('Second', 'ui_1.1')]);
  outbox.send('conv_2', [text('Elsewhere', 'ui_2')]);
  await expect.poll(() => asked.map(({ key }) => key)).toEqual(['ui_1', 'ui_2']);
  await answer(0, stored('msg_1'));
  await expect.poll(() => asked.map(({ key }) => key)).toEqual(['ui_1', 'ui_2', 'ui_1.1']);
});

it('tries again under the same key, and is done with what was stored at the first try', async () => {
  const { answer, asked, outbox, states } = open();
  outbox.send(CONV, [text('Hi', 'ui_1')]);
  await answer(0, { kind: 'silent' });
  expect(states()).toEqual([['ui_1', 'failed', null]]);
  outbox.retry('ui_1');
  await answer(1, stored('msg_1'));
  expect([asked.map(({ key }) => key), states()]).toEqual([['ui_1', 'ui_1'], []]);
});

it('outlives the page: what was on its way waits to be tried again', () => {
  const { outbox, storage } = open();
  outbox.send(CONV, [text('Hi', 'ui_1')]);
  const { outbox: next, states } = open(storage);
  expect(states()).toEqual([['ui_1', 'failed', null]]);
  next.remove('ui_1');
  expect([states(), storage.getItem('k')]).toEqual([[], null]);
});

it('gives a refused message back to whoever writes', async () => {
  const { answer, outbox, states } = open();
  const back: unknown[] = [];
  outbox.onTakenBack((conversation, { content }) => back.push([conversation, content]));
  outbox.send(CONV, [text('Hi', 'ui_1')]);
  await answer(0, refused);
  outbox.takeBack('ui_1');
  expect([back, states()]).toEqual([[[CONV, { kind: 'text', body: 'Hi' }]], []]);
});
