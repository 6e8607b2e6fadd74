import { afterEach, expect, it, vi } from 'vitest';
import { createGraphql } from '../../client/dashboard/data/client.ts';
import { documentOf } from '../../client/dashboard/data/documents.ts';
import type { Live, LiveEvent, LiveState } from '../../client/dashboard/data/live.ts';
import { TypedDocumentString } from '../../client/dashboard/generated/graphql.ts';

interface Shown {
  readonly messages: {
    readonly edges: readonly {
      readonly node: { id: string; status: string; content: { id?: string; title?: string } };
    }[];
  };
}

const MESSAGES = new TypedDocumentString<Shown, Record<string, never>>(`
  query { messages { edges { node { id status content { __typename ... on InteractiveReplyContent { id title } } } } } }
`);

/** Two presses of buttons whose authors gave them the same id. */
const pressed = (id: string, status: string, title: string) => ({
  __typename: 'Message',
  ...{ id, status, content: { __typename: 'InteractiveReplyContent', id: 'yes', title } },
});

const edge = (node: object) => ({ __typename: 'MessageEdge', node });

function fakeLive() {
  let tell: (event: LiveEvent) => void = () => {};
  let changed = () => {};
  let state: LiveState = 'live';
  const checks: string[] = [];
  const live: Live = {
    state: () => state,
    subscribe(listener) {
      changed = listener;
      return () => {};
    },
    onEvent(listener) {
      tell = listener;
      return () => {
        tell = () => {};
      };
    },
    onGap: () => () => {},
    start() {},
    check: () => checks.push('check'),
    stop() {},
  };
  return {
    ...{ live, checks },
    tell: (event: object) => tell(event as LiveEvent),
    become(next: LiveState) {
      state = next;
      changed();
    },
  };
}

function answerWith(status: number, body: object) {
  vi.stubGlobal('fetch', async () => Response.json(body, { status, headers: { 'content-type': 'application/json' } }));
}

const CHECKPOINT = { __typename: 'Checkpoint', cursor: 'c', type: 'checkpoint', at: '', live: true };
const statusOf = (message: object) => ({
  ...{ __typename: 'StatusUpdate', cursor: 's', type: 'message_status', at: '', status: 'READ', error: null, message },
});

afterEach(() => vi.unstubAllGlobals());

it('turns the ticks of a message wherever it is shown, and leaves the others alone', async () => {
  const nodes = [pressed('msg_1', 'SENT', 'Yes, please'), pressed('msg_2', 'SENT', 'Yes, now')];
  answerWith(200, { data: { messages: { __typename: 'MessageConnection', edges: nodes.map(edge) } } });
  const { live, tell, become } = fakeLive();
  const { client, dispose } = createGraphql(live);
  const seen: Shown[] = [];
  const watching = client.query(documentOf(MESSAGES), {}).subscribe(({ data }) => data && seen.push(data));
  await expect.poll(() => seen.length).toBe(1);
  const shown = () => seen.at(-1)?.messages.edges.map(({ node }) => [node.id, node.status, node.content.title]);
  expect(shown()).toEqual([
    ['msg_1', 'SENT', 'Yes, please'],
    ['msg_2', 'SENT', 'Yes, now'],
  ]);

  tell(CHECKPOINT);
  tell(statusOf(pressed('msg_2', 'READ', 'Yes, now')));
  await expect.poll(shown).toEqual([
    ['msg_1', 'SENT', 'Yes, please'],
    ['msg_2', 'READ', 'Yes, now'],
  ]);

  // What is repeated after a reconnect goes backwards only where nobody sees it.
  become('reconnecting');
  const before = seen.length;
  tell(statusOf(pressed('msg_2', 'DELIVERED', 'Yes, now')));
  tell(statusOf(pressed('msg_2', 'READ', 'Yes, now')));
  tell(CHECKPOINT);
  await Promise.resolve();
  expect(seen.slice(before).flatMap(({ messages }) => messages.edges.map(({ node }) => node.status))).not.toContain(
    'DELIVERED',
  );
  watching.unsubscribe();
  dispose();
});

it('has the session looked after when a query is refused', async () => {
  answerWith(401, { errors: [{ message: 'Unauthorized', extensions: { code: 'UNAUTHENTICATED' } }] });
  const { checks, live } = fakeLive();
  const { client, dispose } = createGraphql(live);
  const { error } = await client.query(documentOf(MESSAGES), {}).toPromise();
  expect([error?.response.status, checks]).toEqual([401, ['check']]);
  dispose();
});
