import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Rig, startRig } from './support.ts';
import { ALI, written } from './told.ts';

const PAGE = `edges { cursor node { whatsappId } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
const MESSAGES = `query ($first: Int, $last: Int, $after: String, $before: String) {
  messages(first: $first, last: $last, after: $after, before: $before) { ${PAGE} } }`;

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly whatsappId: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
  await rig.tell(...Array.from({ length: 25 }, (_, index) => written(`${index + 1}`)));
});
afterAll(() => rig.close());

async function page(args: object): Promise<Page> {
  const { data, errors } = await rig.ask(MESSAGES, args);
  expect(errors).toBeUndefined();
  return data.messages;
}
const names = ({ edges }: Page) => edges.map(({ node }) => Number(node.whatsappId));
const span = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index);

it('gives twenty, newest first, when no size is asked for', async () => {
  const first = await page({});
  expect(names(first)).toEqual(span(25, 6));
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
});

it('walks forwards to the end and backwards to the start, each row once', async () => {
  const forwards: number[] = [];
  let after: string | null = null;
  for (;;) {
    const { pageInfo, ...rest }: Page = await page({ first: 10, after });
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    forwards.push(...names({ pageInfo, ...rest }));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) break;
  }
  expect(forwards).toEqual(span(25, 1));

  const backwards: number[] = [];
  let before: string | null = null;
  for (;;) {
    const found: Page = await page({ last: 10, before });
    expect(found.pageInfo.hasNextPage).toBe(before !== null);
    backwards.unshift(...names(found));
    before = found.pageInfo.startCursor;
    if (!found.pageInfo.hasPreviousPage) break;
  }
  expect(backwards).toEqual(span(25, 1));
});

it('keeps within both of its bounds', async () => {
  const { edges } = await page({ first: 25 });
  const at = (name: number) => edges.find(({ node }) => node.whatsappId === String(name))?.cursor;
  const forwards = await page({ first: 3, after: at(20), before: at(10) });
  expect(names(forwards)).toEqual([19, 18, 17]);
  expect(forwards.pageInfo.hasNextPage).toBe(true);
  const rest = await page({ first: 20, after: at(20), before: at(10) });
  expect(names(rest)).toEqual(span(19, 11));
  expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  expect(names(await page({ last: 3, after: at(20), before: at(10) }))).toEqual([13, 12, 11]);
});

it('pages the messages of a conversation, and its conversations, the same way', async () => {
  const { data } = await rig.ask(`{ conversations(first: 1) { pageInfo { hasNextPage } edges { node { id
    messages(first: 2) { ${PAGE} } } } } }`);
  expect(data.conversations.pageInfo.hasNextPage).toBe(false);
  const { id, messages } = data.conversations.edges[0].node;
  expect(names(messages)).toEqual([25, 24]);
  const more = await rig.ask(
    `query ($id: ID!, $after: String) { conversation(id: $id) { contact { phone }
    messages(first: 2, after: $after) { ${PAGE} } } }`,
    { id, after: messages.pageInfo.endCursor },
  );
  expect(more.data.conversation.contact.phone).toBe(ALI.phone);
  expect(names(more.data.conversation.messages)).toEqual([23, 22]);
});

it('stays put while new messages arrive', async () => {
  const first = await page({ first: 5 });
  await rig.tell(written('26'));
  const second = await page({ first: 5, after: first.pageInfo.endCursor });
  expect(names(second)).toEqual(names(first).map((name) => name - 5));
});

it('refuses a page that is too large, a size below one, and both directions at once', async () => {
  for (const [args, field] of [
    [{ first: 101 }, 'first'],
    [{ first: 5000 }, 'first'],
    [{ first: 0 }, 'first'],
    [{ last: -1 }, 'last'],
    [{ first: 1, last: 1 }, 'last'],
    [{ after: 'nonsense' }, 'after'],
    [{ before: '' }, 'before'],
    [{ after: btoa('row:x') }, 'after'],
  ] as const) {
    const { errors, status } = await rig.ask(MESSAGES, args);
    expect(errors?.[0]?.extensions, JSON.stringify(args)).toMatchObject({ code: 'INVALID_INPUT', field });
    expect(status).toBe(200);
  }
  expect(names(await page({ first: 100 }))).toHaveLength(26);
  expect(rig.reports).toEqual([]);
});

it('reads the event log by page, oldest first, up to its end', async () => {
  const EVENTS =
    'query ($after: Cursor, $first: Int) { events(after: $after, first: $first) { cursor type ... on InboundMessage { message { whatsappId } } } }';
  const seen: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { data } = await rig.ask(EVENTS, { after, first: 10 });
    if (data.events.length === 0) break;
    for (const event of data.events) seen.push(event.message.whatsappId);
    after = data.events.at(-1).cursor;
  }
  expect(seen).toEqual(span(26, 1).reverse().map(String));
  const { data } = await rig.ask('{ cursor }');
  expect(data.cursor).toBe(after);
  const tooMany = await rig.ask(EVENTS, { first: 101 });
  expect(tooMany.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'first' });
  const invalid = await rig.ask(EVENTS, { after: 'nonsense' });
  expect(invalid.errors?.[0]?.extensions).toMatchObject({ code: 'CURSOR_INVALID' });
});
