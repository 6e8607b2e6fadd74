import { type Looks, openPortal, type Portal, type Visit } from './portal.ts';

export interface InboxVisit extends Visit {
  /** Signs in and opens the conversation of somebody. */
  open(name: string, key?: string): Promise<void>;
}

export interface Inbox extends Omit<Portal, 'visit'> {
  visit(looks?: Looks): Promise<InboxVisit>;
  /** A customer writes; answers with the `wamid`. */
  writes(message: object): Promise<string>;
  /** Asks the gateway with its own key; a failure of the question fails the test. */
  ask<T = Record<string, unknown>>(query: string, variables?: object): Promise<T>;
  /** A key of the operator's tenant. */
  issueKey(scopes: readonly string[]): Promise<string>;
  /** Sends a text to a number, without a browser; answers with the message's id or what became of it. */
  sends(phone: string, body: string): Promise<{ readonly __typename: string; readonly id?: string }>;
}

/** The portal with its inbox, and people who write to it. */
export function openInbox(): Inbox {
  const portal = openPortal();

  async function ask<T>(query: string, variables: object = {}): Promise<T> {
    const answer = await portal.gateway.call('POST', '/graphql', { query, variables });
    const { data, errors } = await answer.json();
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  return {
    get gateway() {
      return portal.gateway;
    },
    ask,
    async visit(looks) {
      const visit = await portal.visit(looks);
      return {
        ...visit,
        async open(name, key) {
          await visit.signIn(key);
          await visit.page.locator('a[href*="conv_"]').filter({ hasText: name }).first().click();
          await visit.page.getByRole('log').waitFor();
        },
        [Symbol.asyncDispose]: () => visit[Symbol.asyncDispose](),
      };
    },
    async writes(message) {
      const answer = await portal.gateway.call('POST', '/sandbox/messages', message);
      const { error, id } = await answer.json();
      if (error !== undefined) throw new Error(error);
      return id;
    },
    async issueKey(scopes) {
      const query = `mutation Key($name: String!, $scopes: [Scope!]!) { issueApiKey(name: $name, scopes: $scopes) {
        ... on IssuedApiKey { key } } }`;
      const { issueApiKey } = await ask<{ issueApiKey: { key: string } }>(query, { name: scopes.join('-'), scopes });
      return issueApiKey.key;
    },
    async sends(phone, body) {
      const query = `mutation Send($input: SendReplyInput!) { sendReply(input: $input) { __typename ... on Message { id } } }`;
      const input = { to: { phone: `+${phone}` }, content: { text: { body } } };
      return (await ask<{ sendReply: { __typename: string; id?: string } }>(query, { input })).sendReply;
    },
  };
}
