import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';

/** The sandbox's second account, as its secrets file holds it: what a direct tenant brings. */
export interface Account {
  readonly wabaId: string;
  readonly accessToken: string;
  readonly phoneNumberId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
}

export interface Calling {
  readonly url: string;
  readonly key: string;
  readonly folder: string;
}

/** A running gateway as its callers see it, and what they ask of it. */
export function callerOf({ url, key, folder }: Calling) {
  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const init = { 'x-dijla-key': key, 'content-type': 'application/json', ...headers };
    return fetch(new URL(path, url), { method, headers: init, ...(body !== undefined && { body: textOf(body) }) });
  }

  async function ask(query: string, variables: object = {}, as = key) {
    const answer = await call('POST', '/graphql', { query, variables }, { 'x-dijla-key': as });
    const { data, errors } = await answer.json();
    expect(errors).toBeUndefined();
    return data;
  }

  return {
    call,
    ask,

    /** A new direct tenant with a key for everything. */
    async tenant(name: string): Promise<{ id: string; key: string }> {
      const { createTenant } = await ask(
        'mutation ($name: String!) { createTenant(name: $name, kind: DIRECT) { ... on Tenant { id } } }',
        { name },
      );
      const { issueApiKey } = await ask(
        `mutation ($tenant: ID!) { issueApiKey(tenant: $tenant, name: "app", scopes: [send, read, manage]) {
          ... on IssuedApiKey { key } } }`,
        { tenant: createTenant.id },
      );
      return { id: createTenant.id, key: issueApiKey.key };
    },

    async account(at: 0 | 1 = 1): Promise<Account> {
      const file = await readFile(join(folder, 'sandbox-secrets.json'), 'utf8').catch(() =>
        readFile(join(folder, 'data', 'sandbox-secrets.json'), 'utf8'),
      );
      return JSON.parse(file).accounts[at];
    },

    async add(as: string, input: object) {
      const { addPhoneNumber } = await ask(ADD, { input }, as);
      return addPhoneNumber;
    },

    /** Queues a template; answers with its id. */
    async queue(as: string, to: string): Promise<string> {
      const message = { to, templateName: 'hello_world', languageCode: 'en_US' };
      const headers = { 'x-dijla-key': as, prefer: 'respond-async' };
      const answer = await call('POST', '/api/v1/whatsapp/send', { message }, headers);
      expect(answer.status).toBe(202);
      return (await answer.json()).id;
    },

    /** A webhook as an app with this secret would send it. */
    async hook(path: string, secret: string, body: object): Promise<Response> {
      const text = JSON.stringify(body);
      const signature = `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
      return call('POST', `/api/v1/whatsapp/webhook${path}`, text, { 'x-hub-signature-256': signature });
    },

    async statusOf(as: string, id: string): Promise<string> {
      const { message } = await ask('query ($id: ID!) { message(id: $id) { status error { code } } }', { id }, as);
      return message.error === null ? message.status : `${message.status} ${message.error.code}`;
    },

    async textsOf(as: string): Promise<string[]> {
      const { messages } = await ask('{ messages(first: 50) { edges { node { text direction } } } }', {}, as);
      const nodes: { text: string; direction: string }[] = messages.edges.map(({ node }: { node: unknown }) => node);
      return nodes.filter(({ direction }) => direction === 'INBOUND').map(({ text }) => text);
    },
  };
}

const ADD = `mutation ($input: AddPhoneNumberInput!) { addPhoneNumber(input: $input) {
  __typename ... on PhoneNumber { id display credentials verifiedName quality webhookUrl shared tenantId }
  ... on Error { code field message retryable } } }`;

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** What somebody wrote to a number, in Meta's envelope. */
export function written(wabaId: string, phoneNumberId: string, wamid: string, text: string) {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '1', phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: 'Zainab' }, wa_id: '9647700000009' }],
    messages: [{ from: '9647700000009', id: wamid, timestamp: '1767225600', type: 'text', text: { body: text } }],
  };
  return envelope(wabaId, { field: 'messages', value });
}

/** A status of a message that we sent, with our handle when it is echoed. */
export function told(wabaId: string, phoneNumberId: string, wamid: string, handle?: string) {
  const status = {
    ...{ id: wamid, status: 'read', timestamp: '1767225600', recipient_id: '9647700000000' },
    ...(handle !== undefined && { biz_opaque_callback_data: handle }),
  };
  const metadata = { display_phone_number: '1', phone_number_id: phoneNumberId };
  return envelope(wabaId, {
    field: 'messages',
    value: { messaging_product: 'whatsapp', metadata, statuses: [status] },
  });
}

export function envelope(wabaId: string, ...changes: { field: string; value: unknown }[]) {
  return { object: 'whatsapp_business_account', entry: [{ id: wabaId, changes }] };
}
