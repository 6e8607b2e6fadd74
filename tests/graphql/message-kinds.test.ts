import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InboundMessage } from '../../src/domain/inbound.ts';
import type { MessageContent } from '../../src/domain/message.ts';
import { OTHER_KEY, type Rig, startRig } from './support.ts';
import { metaError, NOW, written } from './told.ts';

const SECOND = 1_000;
const REACTIONS = 'reactions { emoji from at message { id type } }';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const say = (id: string, content: MessageContent, type: InboundMessage['type'], after = 0) =>
  written(id, { content, type, at: NOW + after * SECOND });
const react = (id: string, emoji: string | null, after = 1) =>
  say(id, { kind: 'reaction', whatsappId: 'wamid.1', emoji }, 'reaction', after);
const edit = (id: string, body: string) => {
  const content = { kind: 'text', body, previewUrl: false } as const;
  return say(id, { kind: 'edit', originalWhatsappId: 'wamid.1', type: 'text', content }, 'edit', 1);
};
const revoke = (id: string) => say(id, { kind: 'revoke', originalWhatsappId: 'wamid.1' }, 'revoke', 2);

async function message(id: string, fields: string) {
  const { data, errors } = await rig.ask(`query ($id: ID!) { message(id: $id) { ${fields} } }`, { id });
  expect(errors).toBeUndefined();
  return data.message;
}

describe('what people do to a message', () => {
  it('shows on it: reactions, edits and a revoke', async () => {
    await rig.tell(written('wamid.1'), react('wamid.r', '👍'), edit('wamid.e', 'second'), revoke('wamid.d'));
    const { id } = await message('wamid.r', 'id');
    expect(await message('wamid.1', `text editedAt revokedAt ${REACTIONS}`)).toEqual({
      text: 'second',
      editedAt: new Date(NOW + SECOND).toISOString(),
      revokedAt: new Date(NOW + 2 * SECOND).toISOString(),
      reactions: [
        { emoji: '👍', from: 'INBOUND', at: new Date(NOW + SECOND).toISOString(), message: { id, type: 'reaction' } },
      ],
    });
    await rig.tell(react('wamid.r2', null, 3));
    expect(await message('wamid.1', REACTIONS)).toEqual({ reactions: [] });
  });

  it('shows nothing on the common message', async () => {
    await rig.tell(written('wamid.1'));
    const fields = 'forwarded frequentlyForwarded editedAt revokedAt referral { ref } referredProduct { catalogId }';
    expect(await message('wamid.1', `${fields} errors { code } ${REACTIONS}`)).toEqual({
      ...{ forwarded: false, frequentlyForwarded: false, editedAt: null, revokedAt: null },
      ...{ referral: null, referredProduct: null, errors: [], reactions: [] },
    });
  });

  it('reaches a subscriber as a message that names the other, which is read fresh', async () => {
    await rig.tell(written('wamid.1'));
    const { id } = await message('wamid.1', 'id');
    const about = `messageId message { id text editedAt revokedAt ${REACTIONS} }`;
    const stream = await rig.subscribe(`subscription { inboundMessages { message { type text content {
      ... on ReactionContent { whatsappId emoji ${about} }
      ... on EditContent { originalWhatsappId type content { ... on TextContent { body } } ${about} }
      ... on RevokeContent { originalWhatsappId ${about} } } } } }`);
    const next = async () => (await stream.next()).data.inboundMessages.message;
    await rig.tell(react('wamid.r', '👍'));
    const target = { id, text: 'words of wamid.1', editedAt: null, revokedAt: null, reactions: [{ emoji: '👍' }] };
    expect(await next()).toMatchObject({
      type: 'reaction',
      content: { whatsappId: 'wamid.1', emoji: '👍', messageId: id, message: target },
    });
    await rig.tell(react('wamid.r2', null, 2));
    expect(await next()).toMatchObject({ content: { emoji: null, message: { reactions: [] } } });
    await rig.tell(edit('wamid.e', 'second'));
    expect(await next()).toMatchObject({
      ...{ type: 'edit', text: 'second' },
      content: {
        ...{ originalWhatsappId: 'wamid.1', messageId: id, type: 'text', content: { body: 'second' } },
        message: { id, text: 'second', editedAt: expect.any(String), revokedAt: null },
      },
    });
    await rig.tell(revoke('wamid.d'));
    expect(await next()).toMatchObject({
      ...{ type: 'revoke', text: null },
      content: { originalWhatsappId: 'wamid.1', messageId: id, message: { id, revokedAt: expect.any(String) } },
    });
    await stream.cancel();
  });

  it('is found by wamid when it came before the message', async () => {
    await rig.tell(react('wamid.r', '👍'));
    const fields = 'content { ... on ReactionContent { messageId message { text } } }';
    expect(await message('wamid.r', fields)).toEqual({ content: { messageId: null, message: null } });
    await rig.tell(written('wamid.1'));
    expect(await message('wamid.r', fields)).toEqual({
      content: { messageId: null, message: { text: 'words of wamid.1' } },
    });
  });

  it('costs one read for a whole page', async () => {
    const many = Array.from({ length: 5 }, (_, i) => written(`wamid.${i}`));
    await rig.tell(...many, react('wamid.r', '👍'));
    let reads = 0;
    const { conversations } = rig.services;
    const reactions = conversations.reactions;
    Object.assign(conversations, {
      reactions: (...args: Parameters<typeof reactions>) => {
        reads += 1;
        return reactions(...args);
      },
    });
    const { data } = await rig.ask('{ messages { edges { node { reactions { emoji } } } } }');
    expect(data.messages.edges.map(({ node }: { node: { reactions: object[] } }) => node.reactions.length)).toEqual([
      ...[0, 0, 0, 0],
      ...[1, 0],
    ]);
    expect(reads).toBe(1);
  });

  it('is nothing to another tenant', async () => {
    await rig.tell(written('wamid.1'), react('wamid.r', '👍'));
    const { data } = await rig.ask(`{ message(id: "wamid.1") { ${REACTIONS} } }`, {}, { 'x-dijla-key': OTHER_KEY });
    expect(data.message).toBeNull();
  });
});

it('shows a reaction of ours at once', async () => {
  await rig.tell(written('wamid.1'));
  const { data } = await rig.ask(`mutation { sendReply(input: { to: { phone: "+9647701234567" },
    content: { reaction: { messageId: "wamid.1", emoji: "🙏" } } }) { ... on Message { id content {
    ... on ReactionContent { messageId message { whatsappId reactions { emoji from } } } } } } }`);
  const { id } = await message('wamid.1', 'id');
  expect(data.sendReply.content).toEqual({
    messageId: id,
    message: { whatsappId: 'wamid.1', reactions: [{ emoji: '🙏', from: 'OUTBOUND' }] },
  });
});

describe('every kind is typed', () => {
  const explained = metaError(131051);
  const reply = { kind: 'interactive_reply', id: null, title: 'Sent', description: null } as const;
  const place = { kind: 'location', latitude: 1, longitude: 2, name: null, address: null } as const;
  const items = [{ productRetailerId: 'p', quantity: 2, itemPrice: 1.5, currency: 'IQD' }];
  const cards = [
    { name: { formatted_name: 'Ali' }, phones: [{ phone: '+964 770', wa_id: '964770' }, 7], origin: 'other' },
  ];

  it.each<[string, InboundMessage['type'], MessageContent, string, object]>([
    [
      'an order',
      'order',
      { kind: 'order', catalogId: '1', text: 'now', items },
      '... on OrderContent { catalogId text items { productRetailerId quantity itemPrice currency } }',
      { catalogId: '1', text: 'now', items },
    ],
    [
      'what WhatsApp does not hand over',
      'unsupported',
      { kind: 'unsupported', unsupportedType: 'poll', errors: [explained] },
      '... on UnsupportedContent { unsupportedType errors { code meaning } }',
      { unsupportedType: 'poll', errors: [{ code: 131051, meaning: explained.meaning }] },
    ],
    [
      'a request for a welcome',
      'request_welcome',
      { kind: 'request_welcome' },
      '... on RequestWelcomeContent { type }',
      { type: 'request_welcome' },
    ],
    [
      'the end of a flow',
      'interactive',
      { ...reply, replyType: 'nfm_reply', response: '{"a":1}', name: 'flow', bodyText: 'Sent', answers: { a: 1 } },
      '... on InteractiveReplyContent { replyType name bodyText answers response callPermission { response } }',
      {
        ...{ replyType: 'nfm_reply', name: 'flow', bodyText: 'Sent', answers: { a: 1 } },
        ...{ response: '{"a":1}', callPermission: null },
      },
    ],
    [
      'a permission to call',
      'interactive',
      {
        ...{ ...reply, replyType: 'call_permission_reply', response: '{}' },
        callPermission: { response: 'accept', permanent: true, expiresAt: null, source: 'automatic' },
      },
      '... on InteractiveReplyContent { answers callPermission { response permanent expiresAt source } }',
      {
        answers: null,
        callPermission: { response: 'accept', permanent: true, expiresAt: null, source: 'automatic' },
      },
    ],
    [
      'a place with a page',
      'location',
      { ...place, url: 'https://cafe.example' },
      '... on LocationContent { url }',
      { url: 'https://cafe.example' },
    ],
    [
      'contact cards',
      'contacts',
      { kind: 'contacts', contacts: cards },
      '... on ContactsContent { contacts cards { name firstName origin vcard phones { phone type waId } } }',
      {
        contacts: cards,
        cards: [
          {
            ...{ name: 'Ali', firstName: null, origin: 'other', vcard: null },
            phones: [{ phone: '+964 770', type: null, waId: '964770' }],
          },
        ],
      },
    ],
  ])('%s', async (_what, type, content, fields, shown) => {
    await rig.tell(say('wamid.1', content, type));
    expect(await message('wamid.1', `type content { ${fields} }`)).toEqual({ type, content: shown });
  });

  it('and so is what Meta tells beside a content', async () => {
    const referral = {
      ...{ sourceUrl: 'https://fb.me/1', sourceId: '120', sourceType: 'ad', headline: 'Offer', body: 'Come' },
      ...{ mediaType: 'image', imageUrl: 'https://cdn.example/i', videoUrl: null, thumbnailUrl: null },
      ...{ ctwaClid: 'Af', ref: null, welcomeMessage: 'Hello!' },
    };
    const referredProduct = { catalogId: '1', productRetailerId: 'p' };
    const origin = {
      forwarded: true,
      frequentlyForwarded: true,
      referredProduct,
      referral,
      errors: [explained],
    } as const;
    await rig.tell(written('wamid.1', { origin }));
    const fields = `forwarded frequentlyForwarded errors { code } referredProduct { catalogId productRetailerId }
      referral { ${Object.keys(referral).join(' ')} }`;
    expect(await message('wamid.1', fields)).toEqual({ ...origin, errors: [{ code: 131051 }] });
  });
});
