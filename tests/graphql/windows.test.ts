import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InboundItem } from '../../src/domain/inbound.ts';
import type { PersonNews } from '../../src/domain/window.ts';
import { NUMBER, type Rig, startRig } from './support.ts';
import { ALI, became, NOW, news, written, ZAINAB } from './told.ts';

const HOUR = 60 * 60 * 1000;
const iso = (at: number) => new Date(at).toISOString();
const WINDOW = '{ marketingOptOut window { open expiresAt freeEntryPoint { since source expiresAt } } }';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(async () => {
  await expect.poll(() => rig.feed.readers()).toBe(0);
  await rig.close();
});

/** A webhook field that tells of people. */
function told(field: string, ...people: readonly PersonNews[]): InboundItem {
  const notice = { phoneNumberId: NUMBER.phoneNumberId, field, eventType: 'platform', news: people } as const;
  return { ...news(`${field} ${people.length}`), ...notice } as InboundItem;
}

async function conversations() {
  const { data, errors } = await rig.ask(`{ conversations { edges { node { contact { name } ${WINDOW.slice(1)} } } }`);
  expect(errors).toBeUndefined();
  const nodes: { contact: { name: string } }[] = data.conversations.edges.map(({ node }: { node: object }) => node);
  return Object.fromEntries(nodes.map(({ contact, ...rest }) => [contact.name, rest]));
}

it('shows of each conversation what may be sent', async () => {
  await rig.tell(written('wamid.1', { at: NOW - 30 * HOUR }), written('wamid.2', { at: NOW - HOUR, from: ZAINAB }));
  await rig.tell(
    told('calls', { kind: 'called', who: ALI, at: NOW - 2 * HOUR }),
    told(
      'user_preferences',
      { kind: 'marketing', who: ZAINAB, at: NOW - 3 * HOUR, wanted: false },
      { kind: 'marketing', who: ALI, at: NOW - 3 * HOUR, wanted: true },
    ),
  );
  expect(await conversations()).toEqual({
    Ali: { marketingOptOut: null, window: { open: true, expiresAt: iso(NOW + 22 * HOUR), freeEntryPoint: null } },
    Zainab: {
      marketingOptOut: iso(NOW - 3 * HOUR),
      window: { open: true, expiresAt: iso(NOW + 23 * HOUR), freeEntryPoint: null },
    },
  });
});

it("shows a free entry point, its end once you have answered, and Meta's word on it", async () => {
  const since = NOW - 2 * HOUR;
  await rig.tell(written('wamid.1', { at: since, entryPoint: 'ad' }));
  const entry = async () =>
    ((await conversations())['Ali'] as { window: { freeEntryPoint: object } }).window.freeEntryPoint;
  expect(await entry()).toEqual({ since: iso(since), source: 'ad', expiresAt: null });
  const { data } =
    await rig.ask(`mutation { sendReply(input: { to: { phone: "${ALI.phone}" }, content: { text: { body: "hi" } } }) {
    ... on Message { id whatsappId } } }`);
  expect(await entry()).toEqual({ since: iso(since), source: 'ad', expiresAt: iso(NOW + 72 * HOUR) });
  const conversation = { id: 'c1', originType: 'referral_conversion', expiresAt: iso(NOW + 71 * HOUR) };
  await rig.tell(became(data.sendReply.whatsappId, 'SENT', { conversation }));
  expect(await entry()).toEqual({ since: iso(since), source: 'ad', expiresAt: iso(NOW + 71 * HOUR) });
  const shown = await rig.ask(
    `{ message(id: "${data.sendReply.id}") { metaConversation { id originType expiresAt } } }`,
  );
  expect(shown.data.message.metaConversation).toEqual(conversation);
});

it('is live: an event shows the window as it is when it is delivered, and a call tells whose it is', async () => {
  await rig.tell(written('wamid.1', { at: NOW - 25 * HOUR }));
  const stream = await rig.subscribe(`subscription { events { type
    ... on InboundMessage { message { conversation { id window { open } } } }
    ... on NoticeEvent { conversation { id window { open } marketingOptOut } } } }`);
  const next = async () => {
    for (;;) {
      const { data } = await stream.next();
      if (data.events.type !== 'checkpoint') return data.events;
    }
  };
  await rig.tell(written('wamid.2', { at: NOW - 24 * HOUR }));
  const { message } = await next();
  expect(message.conversation.window).toEqual({ open: false });
  const { id } = message.conversation;
  await rig.tell(told('calls', { kind: 'called', who: ALI, at: NOW }));
  expect(await next()).toEqual({
    type: 'platform',
    conversation: { id, window: { open: true }, marketingOptOut: null },
  });
  await rig.tell(told('user_preferences', { kind: 'marketing', who: ALI, at: NOW, wanted: false }));
  expect((await next()).conversation).toEqual({ id, window: { open: true }, marketingOptOut: iso(NOW) });
  const several = [ALI, ZAINAB].map((who) => ({ kind: 'marketing', who, at: NOW, wanted: false }) as const);
  await rig.tell(told('user_preferences', ...several), news('of no number'));
  expect(await next()).toEqual({ type: 'platform', conversation: null });
  expect(await next()).toEqual({ type: 'account', conversation: null });
  const read = await rig.ask(`mutation { markRead(conversationId: "${id}", upTo: "wamid.2") { __typename } }`);
  expect(read.errors).toBeUndefined();
  expect(await next()).toMatchObject({ type: 'conversation_read', conversation: { id } });
  await stream.cancel();
});
