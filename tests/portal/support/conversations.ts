import { expect } from 'vitest';
import type { TestGateway } from '../../support/gateway.ts';
import type { Visit } from './portal.ts';

/** Asks the gateway, as its operator; the caller knows what its own question is answered with. */
export async function ask<T>(gateway: TestGateway, query: string, variables: object = {}, key?: string): Promise<T> {
  const headers: Record<string, string> = key === undefined ? {} : { 'x-dijla-key': key };
  const answer = await gateway.call('POST', '/graphql', { query, variables }, headers);
  const { data, errors }: { data: T; errors?: unknown } = await answer.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

interface Listed<T> {
  readonly edges: readonly { readonly node: T }[];
}

export interface Sent {
  readonly id: string;
  readonly direction: string;
  readonly type: string;
  readonly text: string | null;
  readonly sentBy: string | null;
  readonly replyTo: { readonly text: string } | null;
  readonly content: Readonly<Record<string, string | null>>;
}

/** A customer writes; resolves with the conversation's id once the gateway has it. */
export async function customerWrites(
  gateway: TestGateway,
  from: string,
  text: string,
  more: object = {},
): Promise<string> {
  await gateway.call('POST', '/sandbox/messages', { from, name: `Customer ${from.slice(-4)}`, text, ...more });
  return conversationWith(gateway, from, text);
}

async function conversationWith(gateway: TestGateway, from: string, text: string): Promise<string> {
  let id = '';
  await expect
    .poll(async () => {
      const { conversations } = await ask<{
        conversations: Listed<{ id: string; lastMessage: { text: string } }>;
      }>(
        gateway,
        `query ($search: String!) { conversations(filter: { search: $search }, first: 5) { edges { node { id lastMessage { text } } } } }`,
        { search: `+${from}` },
      );
      const node = conversations.edges[0]?.node;
      id = node?.id ?? '';
      return node?.lastMessage?.text;
    })
    .toBe(text);
  return id;
}

/** What we have sent in a conversation, oldest first. */
export async function sentIn(gateway: TestGateway, conversation: string): Promise<Sent[]> {
  const { conversation: found } = await ask<{ conversation: { messages: Listed<Sent> } }>(
    gateway,
    `query ($id: ID!) { conversation(id: $id) { messages(first: 50) { edges { node {
      id direction type text status sentBy replyTo { text } content { ... on MediaContent { mediaType caption filename } ... on TemplateContent { name language } } } } } } }`,
    { id: conversation },
  );
  return found.messages.edges
    .map(({ node }) => node)
    .filter(({ direction }) => direction === 'OUTBOUND')
    .reverse();
}

/** Opens a conversation and resolves with the field in which one writes. */
export async function openThread({ page }: Visit, conversation: string) {
  await page.goto(`/dashboard/inbox/${conversation}`);
  await page.waitForSelector('[data-state="live"]', { state: 'attached' });
  const field = page.getByRole('textbox', { name: /^(?:Write a message|اكتب رسالة)$/ });
  await field.waitFor();
  return field;
}

/** A key of another agent of the same tenant. */
export async function keyOf(gateway: TestGateway, name: string): Promise<string> {
  const { issueApiKey } = await ask<{ issueApiKey: { key: string } }>(
    gateway,
    `mutation ($name: String!) { issueApiKey(name: $name, scopes: [read, send]) { ... on IssuedApiKey { key } } }`,
    { name },
  );
  return issueApiKey.key;
}

/** Another agent answers. */
export async function agentWrites(gateway: TestGateway, key: string, conversation: string, text: string) {
  await ask(
    gateway,
    `mutation ($input: SendReplyInput!) { sendReply(input: $input) { __typename } }`,
    { input: { to: { conversationId: conversation }, content: { text: { body: text } }, wait: false } },
    key,
  );
}
