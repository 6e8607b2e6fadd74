import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { RENTED } from '../../src/domain/tenant.ts';
import type { Store } from '../../src/ports/store.ts';
import { Frames } from '../support/frames.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

/* The rented number without a default tenant: what answers nobody waits for the operator. */
const PERSON = '9647700000000';
const BOX = `query ($filter: UnroutedMessageFilter, $first: Int, $after: String) {
  unroutedMessages(filter: $filter, first: $first, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { id phoneNumberId whatsappId type text raw createdAt receivedAt replyToWhatsappId
      from { phone userId username name } } } } }`;
const ASSIGN = `mutation ($choice: UnroutedChoiceInput!, $tenant: ID!) { assignUnrouted(choice: $choice, tenant: $tenant) {
  ... on AssignedUnrouted { messages tenant { id } } ... on Error { __typename code field } } }`;
const INBOX = '{ messages(filter: { direction: INBOUND }) { edges { node { text } } } }';

let opened: Store | null = null;

/** As if the operator had set the master number so. */
function withoutDefault(store: Store): Store {
  opened = store;
  return {
    ...store,
    numbers: {
      ...store.numbers,
      register: (number) =>
        store.numbers.register(
          number.credentials === 'master' ? { ...number, sharing: { ...RENTED, defaultTenantId: null } } : number,
        ),
    },
  };
}

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startGateway({}, { store: withoutDefault });
});
afterEach(() => gateway.close());

async function ask(query: string, variables: object = {}, key = gateway.key) {
  const answer = await gateway.call('POST', '/graphql', { query, variables }, { 'x-dijla-key': key });
  return (await answer.json()).data;
}

async function tenant(kind = 'STANDARD'): Promise<{ readonly id: string; readonly key: string }> {
  const { createTenant } = await ask(
    'mutation ($kind: TenantKind!) { createTenant(name: "Renter", kind: $kind) { ... on Tenant { id } } }',
    { kind },
  );
  const { issueApiKey } = await ask(
    `mutation ($tenant: ID!) { issueApiKey(tenant: $tenant, name: "app", scopes: [send, read, manage]) {
      ... on IssuedApiKey { key } } }`,
    { tenant: createTenant.id },
  );
  return { id: createTenant.id, key: issueApiKey.key };
}

async function write(text: string, more: object = {}): Promise<void> {
  await gateway.call('POST', '/sandbox/messages', { from: PERSON, text, ...more });
  await gateway.app.sandbox?.idle();
}

interface Waiting {
  readonly id: string;
  readonly text: string;
  readonly phoneNumberId: string;
}

async function box(filter: object = {}): Promise<Waiting[]> {
  const { unroutedMessages } = await ask(BOX, { filter });
  return unroutedMessages.edges.map(({ node }: { node: Waiting }) => node);
}

const textsOf = async (key: string) =>
  (await ask(INBOX, {}, key)).messages.edges.map(({ node }: { node: Waiting }) => node.text);

describe('what nobody claims', () => {
  it('is listed for the operator, given to a tenant that hears of it, and so is what the person writes next', async () => {
    const renter = await tenant();
    await write('first', { name: 'Zainab' });
    await write('second');
    await write('from another', { from: '9647700000009' });
    expect((await box()).map(({ text }) => text)).toEqual(['from another', 'second', 'first']);
    expect(await box({ contact: '00964 770 000 0000' })).toMatchObject([
      { text: 'second', from: { phone: `+${PERSON}` } },
      { type: 'text', text: 'first', raw: { text: { body: 'first' } } },
    ]);
    const { unroutedMessages: page } = await ask(BOX, { first: 2 });
    expect(page.pageInfo.hasNextPage).toBe(true);
    const { unroutedMessages: rest } = await ask(BOX, { first: 2, after: page.pageInfo.endCursor });
    expect(rest.edges).toMatchObject([{ node: { text: 'first' } }]);

    const heard = new Frames<string>();
    const gone = new AbortController();
    onTestFinished(() => gone.abort());
    const stream = await fetch(new URL('/api/v1/whatsapp/events', gateway.url), {
      headers: { 'x-dijla-key': renter.key, accept: 'text/event-stream' },
      signal: gone.signal,
    });
    const reading = (async () => {
      for await (const bytes of stream.body ?? []) heard.push(Buffer.from(bytes).toString());
    })().catch(() => {});

    const choice = { author: { phoneNumberId: (await box())[0]?.phoneNumberId, contact: PERSON } };
    const given = { messages: 2, tenant: { id: renter.id } };
    expect((await ask(ASSIGN, { choice, tenant: renter.id })).assignUnrouted).toEqual(given);
    expect((await ask(ASSIGN, { choice, tenant: renter.id })).assignUnrouted).toEqual({ ...given, messages: 0 });
    await heard.next((text) => text.includes('second'));
    await write('third');
    expect(await textsOf(renter.key)).toEqual(['third', 'second', 'first']);
    expect((await box()).map(({ text }) => text)).toEqual(['from another']);
    const { events } = await ask('{ events(first: 50) { type } }');
    expect(events).toEqual(Array.from({ length: 3 }, () => ({ type: 'unrouted' })));
    gone.abort();
    await reading;
  });

  it('is given by ids, and to nobody who may not use the number', async () => {
    const [renter, direct] = [await tenant(), await tenant('DIRECT')];
    await write('first');
    const [waiting] = await box();
    const assign = async (ids: readonly string[], to: string, key = gateway.key) =>
      (await ask(ASSIGN, { choice: { ids }, tenant: to }, key)).assignUnrouted;
    const ids = [waiting?.id ?? ''];
    expect(await assign(ids, direct.id)).toMatchObject({ code: 'INVALID_INPUT', field: 'tenant' });
    expect(await assign(ids, 'ten_none')).toMatchObject({ code: 'NOT_FOUND', field: 'tenant' });
    expect(await assign([], renter.id)).toMatchObject({ code: 'INVALID_INPUT', field: 'choice.ids' });
    expect(await assign(ids, renter.id, renter.key)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await ask(BOX, {}, renter.key)).toBeNull();
    const elsewhere = { author: { phoneNumberId: '555', contact: PERSON } };
    expect((await ask(ASSIGN, { choice: elsewhere, tenant: renter.id })).assignUnrouted).toMatchObject({
      ...{ code: 'INVALID_INPUT', field: 'choice.author.phoneNumberId' },
    });
    expect(await box()).toHaveLength(1);
    expect(await assign(ids, renter.id)).toMatchObject({ messages: 1 });
    expect(await box()).toEqual([]);
  });
});

describe('what is written to a number before its tenant is known', () => {
  function secondAccount() {
    const [, phoneNumberId = '', accessToken = ''] =
      /"phoneNumberId": "(\d+)",\s+"accessToken": "([^"]+)"/.exec(gateway.app.banner()) ?? [];
    return { accessToken, phoneNumberId };
  }

  it('comes to the tenant whose direct call binds the number, over a restart too', async () => {
    const direct = await tenant('DIRECT');
    const whatsappConfig = secondAccount();
    await write('too early', { to: whatsappConfig.phoneNumberId });
    expect(await box()).toMatchObject([{ text: 'too early', phoneNumberId: whatsappConfig.phoneNumberId }]);
    await gateway.restart();
    const message = { to: PERSON, templateName: 'hello_world', languageCode: 'en_US' };
    const body = { message, whatsappConfig };
    const sent = await gateway.call('POST', '/api/v1/whatsapp/send', body, { 'x-dijla-key': direct.key });
    expect(sent.status).toBe(200);
    // What goes on in the background is finished before the gateway ends.
    await gateway.restart();
    expect(await textsOf(direct.key)).toContain('too early');
    expect(await box()).toEqual([]);
  });

  it('comes to it at the next start when the gateway died between the two', async () => {
    const direct = await tenant('DIRECT');
    const { phoneNumberId } = secondAccount();
    await write('too early', { to: phoneNumberId });
    await opened?.numbers.register({
      ...{ id: `num_${phoneNumberId}`, tenantId: direct.id, phoneNumberId, display: '', wabaId: null },
      ...{ credentials: 'direct', messagesPerSecond: null, sharing: null },
    });
    expect(await textsOf(direct.key)).toEqual([]);
    await gateway.restart();
    await gateway.restart();
    expect(await textsOf(direct.key)).toEqual(['too early']);
  });
});
