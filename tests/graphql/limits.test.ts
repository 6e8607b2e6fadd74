import { readdirSync, readFileSync } from 'node:fs';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ConversationsDocument, MessagesDocument } from '../../client/generated/graphql.ts';
import { createSocketExecution } from '../../src/transport/graphql/sockets.ts';
import { operator } from '../application/support.ts';
import { type Rig, startRig, UPGRADE } from './support.ts';

const OPERATIONS = new URL('../../client/operations/', import.meta.url);
const nested = (levels: number): string =>
  levels === 0 ? 'id' : `lastMessage { conversation { ${nested(levels - 1)} } }`;

const TOO_MUCH: Readonly<Record<string, string>> = {
  depth: `{ conversation(id: "conv_1") { ${nested(8)} } }`,
  'depth by way of fragments': `{ conversation(id: "conv_1") { ...A } } fragment A on Conversation { ${nested(4)} ...B }
    fragment B on Conversation { lastMessage { conversation { ${nested(5)} } } }`,
  aliases: `{ ${Array.from({ length: 31 }, (_, index) => `a${index}: cursor`).join(' ')} }`,
  directives: `{ cursor ${'@include(if: true) '.repeat(21)} }`,
  tokens: `{ ${'cursor '.repeat(2_001)} }`,
  cost: '{ conversations(first: 100) { edges { node { messages(first: 100) { edges { node { id } } } } } } }',
};

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

for (const [kind, query] of Object.entries(TOO_MUCH)) {
  it(`refuses too much ${kind}, in words and with 400`, async () => {
    const accept = { accept: 'application/graphql-response+json' };
    for (let times = 0; times < 2; times += 1) {
      const { status, data, errors } = await rig.ask(query, {}, accept);
      expect(status).toBe(400);
      expect(data).toBeUndefined();
      expect(errors?.[0]?.extensions).toEqual({ code: 'LIMIT_EXCEEDED' });
      expect(errors?.[0]?.message).toMatch(/limit/);
    }
  });

  it(`refuses too much ${kind} on sockets, too`, async () => {
    const execution = createSocketExecution(rig.yoga);
    const prepared = await execution.prepare({ caller: operator(), req: UPGRADE }, { query });
    const result = 'document' in prepared ? await execution.execute(prepared) : { errors: prepared };
    expect(JSON.parse(JSON.stringify(result)).errors[0]).toMatchObject({ extensions: { code: 'LIMIT_EXCEEDED' } });
  });
}

it('reckons the cost with the variables of each call', async () => {
  const query = `query ($first: Int) { conversations(first: $first) { edges { node { messages(first: 100) { edges { node { id } } } } } } }`;
  expect((await rig.ask(query, { first: 2 })).errors).toBeUndefined();
  expect((await rig.ask(query, { first: 100 })).errors?.[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  expect((await rig.ask(query, { first: 2 })).errors).toBeUndefined();
});

it('reckons the operation that is run, not the first of the document', async () => {
  const query = `query Small { cursor } query Large ${TOO_MUCH['cost']}`;
  const run = async (operationName: string) => {
    const response = await rig.yoga.fetch('http://gateway.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-dijla-key': 'operator-key' },
      body: JSON.stringify({ query, operationName }),
    });
    return response.text();
  };
  expect(await run('Small')).not.toContain('LIMIT_EXCEEDED');
  expect(await run('Large')).toContain('LIMIT_EXCEEDED');
});

it('leaves room for two full pages of messages with all that belongs to them', async () => {
  const fields = `id whatsappId direction type status text raw reference sentBy createdAt content { ... on TextContent { body } }
    contact { id phone name } phoneNumber { id display } conversation { id } replyTo { id text } timeline { status at }`;
  const page = `messages(first: 100) { edges { node { ${fields} } } pageInfo { endCursor } }`;
  expect((await rig.ask(`{ a: ${page} b: ${page} }`)).errors).toBeUndefined();
});

it('leaves our own client room for full pages', async () => {
  for (const query of [MessagesDocument, ConversationsDocument]) {
    expect((await rig.ask(String(query), { first: 100 })).errors).toBeUndefined();
  }
});

it('lets introspection pass, and every operation of our own client', async () => {
  const introspection = getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, oneOf: true });
  const { data, errors } = await rig.ask(introspection);
  expect(errors).toBeUndefined();
  expect(data.__schema.types.length).toBeGreaterThan(50);

  const documents = readdirSync(OPERATIONS).map((file) => readFileSync(new URL(file, OPERATIONS), 'utf8'));
  const execution = createSocketExecution(rig.yoga);
  const fragments = documents.find((text) => text.startsWith('fragment')) ?? '';
  const operations = documents
    .flatMap((text) => text.split(/\n(?=(?:query|mutation|subscription) )/))
    .filter((text) => !text.startsWith('fragment'));
  expect(operations.length).toBeGreaterThan(10);
  for (const operation of operations) {
    const query = `${operation}\n${fragments}`;
    const prepared = await execution.prepare({ caller: operator(), req: UPGRADE }, { query });
    const problems = Array.isArray(prepared)
      ? prepared.map(String).filter((text) => !text.includes('is never used'))
      : [];
    expect(problems, operation).toEqual([]);
  }
});

it('answers in time, whatever it waits for', async () => {
  const slow = await startRig({ deadlineMs: 30 });
  const never = new Promise<never>(() => {});
  Object.assign(slow.services.conversations, { messages: () => never });
  const { data, errors } = await slow.ask('{ messages { edges { cursor } } }');
  expect(data).toBeNull();
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'DEADLINE_EXCEEDED', retryable: true } });
  await slow.close();
});
