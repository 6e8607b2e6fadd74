import { expect, vi } from 'vitest';
import type { SandboxAccountSecrets } from '../../src/adapters/sandbox-secrets.ts';
import { sampleOf } from '../rest/uploading.ts';
import type { Caller } from './world.ts';

/** Every kind of id, or of word that leads to something, that a tenant has of its own. */
export type Kind =
  | 'tenant'
  | 'key'
  | 'secretKey'
  | 'keyToRevoke'
  | 'keyToRotate'
  | 'number'
  | 'metaNumber'
  | 'display'
  | 'waba'
  | 'message'
  | 'wamid'
  | 'mediaMessage'
  | 'sentMessage'
  | 'conversation'
  | 'contact'
  | 'image'
  | 'video'
  | 'audio'
  | 'sticker'
  | 'document'
  | 'receivedImage'
  | 'metaMedia'
  | 'etag'
  | 'templateName'
  | 'templateToDelete'
  | 'nameToDelete'
  | 'cursor'
  | 'person'
  | 'userId'
  | 'word'
  | 'replyKey'
  | 'templateKey'
  | 'streamToken'
  | 'cookie';

/** What two tenants have in common that share a number and talk with the same person over it. */
export const COMMON: readonly Kind[] = [
  ...(['number', 'metaNumber', 'display', 'waba', 'person', 'userId'] as const),
  ...(['templateName', 'templateToDelete', 'nameToDelete'] as const),
];

/** A tenant with what it did. */
export interface Side {
  readonly name: 'alpha' | 'beta';
  readonly tenantId: string;
  /** May do everything that a key can. */
  readonly key: string;
  readonly accessToken: string;
  readonly ids: Readonly<Record<Kind, string>>;
}

/** What every text of a tenant's holds, and nobody else's. Lower case and underscores pass as a template's name, too. */
export function canaryOf(name: Side['name']): string {
  return `c4n4ry_${name}`;
}

const SOON = { timeout: 10_000, interval: 10 };
/** With a header of this format, where it is the name of one. */
const TEMPLATES = ['text', 'image', 'video', 'document', 'lost', 'gone'];
const HEADED = ['image', 'video', 'document'];
const MEDIA = '/api/v1/whatsapp/media';

/**
 * The tenant does everything once: people write to it, it answers, uploads, makes templates, keys and sessions. On a
 * shared number it writes first, so that what people write then is its own; `earlier` has made the templates already.
 */
export async function tellStory(
  world: Caller,
  given: Pick<Side, 'name' | 'tenantId'> & {
    readonly account: SandboxAccountSecrets;
    readonly shared: boolean;
    readonly earlier?: Side;
  },
): Promise<Side> {
  const { name, tenantId, account, shared, earlier } = given;
  const { phoneNumberId, wabaId, accessToken } = account;
  const canary = canaryOf(name);
  const master = world.app.masterKey;
  const common = shared ? 'everybodys' : canary;
  const nth = shared || name === 'alpha' ? '1' : '2';
  const person = `964770${nth}110011`;
  const userId = `IQ.13491208655${nth}0274`;

  const json = async (response: Promise<Response>) => JSON.parse(await (await response).text());
  const ask = async (key: string, query: string, variables: object = {}) => {
    const answer = await json(world.call(key, 'POST', '/graphql', { query, variables }));
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  const issue = async (what: string): Promise<{ key: string; apiKey: { id: string } }> => {
    const query = `mutation ($tenant: ID!, $name: String!) { issueApiKey(tenant: $tenant, name: $name,
      scopes: [send, read, manage]) { ... on IssuedApiKey { key apiKey { id } } ... on Error { message } } }`;
    return (await ask(master, query, { tenant: tenantId, name: `${canary} ${what}` })).issueApiKey;
  };
  const { key, apiKey } = await issue('app');
  const { cursor } = await ask(key, '{ cursor }');

  /** Somebody writes to the number; resolves with the stored message once it, and its file, are here. */
  const write = async (body: object) => {
    const said = { from: person, to: phoneNumberId, name: `${common} person`, username: `${common}.person`, userId };
    const { id: wamid } = await json(world.call(master, 'POST', '/sandbox/messages', { ...said, ...body }));
    const heard = async () => json(world.call(key, 'GET', `/api/v1/whatsapp/messages/${wamid}`));
    return vi.waitFor(async () => {
      const message = await heard();
      expect(message.media?.state ?? message.status).toMatch(/READY|RECEIVED/);
      return message;
    }, SOON);
  };
  const send = async (route: 'send' | 'reply', message: object, idempotencyKey: string) => {
    const body = { message: { to: person, ...message } };
    const headers = { 'idempotency-key': idempotencyKey };
    const sent = await json(world.call(key, 'POST', `/api/v1/whatsapp/${route}`, body, headers));
    expect(sent).toMatchObject({ success: true });
    return sent;
  };
  const uploadAs = async (bytes: Uint8Array, type: string, ending: string) => {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(bytes)], `${canary}.${ending}`, { type }));
    const headers = { 'x-dijla-key': key };
    const uploaded = await json(fetch(`${world.url}${MEDIA}`, { method: 'POST', headers, body: form }));
    expect(uploaded).toMatchObject({ success: true });
    return uploaded;
  };

  if (shared) await send('send', { templateName: 'hello_world' }, `${canary}-first`);
  const asked = await write({ text: `${canary} asks` });
  const { id: letter } = await write({
    type: 'document',
    document: { caption: `${canary} caption` },
    file: { base64: btoa(`${canary} writes a letter.\n`), mimeType: 'text/plain', filename: `${canary}.txt` },
  });
  const picture = await write({ type: 'image', image: { caption: `${canary} picture` } });
  const image = await uploadAs(sampleOf('image'), 'image/png', 'png');
  const video = await uploadAs(sampleOf('video'), 'video/mp4', 'mp4');
  const audio = await uploadAs(sampleOf('audio'), 'audio/ogg', 'ogg');
  const sticker = await uploadAs(sampleOf('sticker'), 'image/webp', 'webp');
  const document = await uploadAs(Buffer.from(`${canary} uploads.\n`), 'text/plain', 'txt');
  const [replyKey, templateKey] = [`${canary}-reply`, `${canary}-template`];
  const words = { text: `${canary} answers`, replyTo: asked.id, reference: `${canary} reference` };
  const answered = await send('reply', words, replyKey);
  await send('send', { templateName: 'hello_world' }, templateKey);
  await send('reply', { type: 'document', mediaId: document.id, caption: `${canary} sends` }, `${canary}-file`);
  await send('reply', { type: 'reaction', reaction: { message_id: asked.messageId, emoji: '👍' } }, `${canary}-thumb`);

  const markRead = `mutation ($c: ID!, $m: ID!) { markRead(conversationId: $c, upTo: $m) { __typename } }`;
  const where = '{ messages(first: 50) { edges { node { id conversation { id } contact { id } } } } }';
  const { messages } = await ask(key, where);
  const placed = messages.edges.find(({ node }: { node: { id: string } }) => node.id === asked.id).node;
  await ask(key, markRead, { c: placed.conversation.id, m: letter });

  const signedIn = await world.call(key, 'POST', '/api/v1/session', { key });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  const metadata = { phone_number_id: phoneNumberId };
  const tell = async (field: string, value: object) => {
    const told = await world.call(master, 'POST', '/sandbox/webhooks', {
      field,
      value: { metadata, ...value },
      wabaId,
    });
    expect(told.status).toBe(200);
  };
  await tell('phone_number_quality_update', { note: `${canary} news` });
  const status = { id: answered.messageId, status: 'delivered', timestamp: '1795000000', recipient_id: person };
  await tell('messages', { messaging_product: 'whatsapp', statuses: [status] });
  const reserved = await world.call(key, 'PUT', '/graphql/stream');
  const file = await world.call(key, 'GET', `${MEDIA}/${document.id}`);
  const templates = new Map<string, string>();
  for (const what of earlier === undefined ? TEMPLATES : []) {
    const header = HEADED.includes(what) ? { type: 'HEADER', format: what.toUpperCase() } : undefined;
    templates.set(what, await makeTemplate(world, account, `${common}_${what}`, header));
  }
  // What was made at Meta is here after a sync, for the account that the gateway has credentials for.
  await ask(master, 'mutation { syncTemplates { __typename } }');
  await vi.waitFor(async () => {
    const log = await (await world.call(key, 'GET', '/api/v1/whatsapp/events?limit=500')).text();
    for (const last of templates.keys()) expect(log).toContain(`${common}_${last}`);
    // News of a shared number is the operator's.
    if (!shared) expect(log).toContain(`${canary} news`);
    expect(log).toContain('"DELIVERED"');
  }, SOON);
  // What news of templates has asked for is done now, so that nothing changes by itself later.
  await ask(key, 'mutation { syncTemplates { __typename } }');

  return {
    name,
    tenantId,
    key,
    accessToken,
    ids: {
      ...{
        tenant: tenantId,
        key: apiKey.id,
        secretKey: key,
        keyToRevoke: (await issue('one')).apiKey.id,
        keyToRotate: (await issue('two')).apiKey.id,
      },
      ...{ number: `num_${phoneNumberId}`, metaNumber: phoneNumberId, display: `+964780000000${nth}`, waba: wabaId },
      ...{ message: asked.id, wamid: asked.messageId, mediaMessage: letter, sentMessage: answered.id },
      ...{ conversation: placed.conversation.id, contact: placed.contact.id, person: `+${person}`, userId },
      ...{ image: image.id, video: video.id, audio: audio.id, sticker: sticker.id, document: document.id },
      ...{ receivedImage: picture.media.id, metaMedia: image.mediaId, etag: file.headers.get('etag') ?? '' },
      ...{
        templateName: `${common}_text`,
        templateToDelete: templates.get('gone') ?? earlier?.ids.templateToDelete ?? '',
        nameToDelete: `${common}_lost`,
      },
      ...{ cursor, word: canary, replyKey, templateKey, streamToken: await reserved.text(), cookie },
    },
  };
}

/** At Meta, as the account's owner does in Meta's own tools. */
async function makeTemplate(world: Caller, account: SandboxAccountSecrets, name: string, header?: object) {
  const example = { header_handle: ['https://files.example/sample'] };
  const body = { type: 'BODY', text: `This is from ${name}.` };
  const response = await fetch(`${world.app.sandbox?.url}/v25.0/${account.wabaId}/message_templates`, {
    method: 'POST',
    headers: { authorization: `Bearer ${account.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ name, language: 'en_US', category: 'UTILITY' },
      components: header === undefined ? [body] : [{ ...header, example }, body],
    }),
  });
  const { id } = JSON.parse(await response.text());
  expect(id).toBeDefined();
  const order = { status: 'APPROVED', wabaId: account.wabaId };
  const approved = await world.call(world.app.masterKey, 'POST', `/sandbox/templates/${name}`, order);
  expect(approved.status).toBe(200);
  return String(id);
}
