import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/transport/graphql/schema.ts';
import { compared, rowsOf, type Seen, seenOf, strangerOf } from './comparing.ts';
import { IDS, type Ids, OPERATIONS, samplesOf } from './graphql-recipes.ts';
import { argumentsOf, entryFor, innerPlacesOf, operationsOf, type Place, placesOf, putAt, split } from './places.ts';
import { selectionOf } from './selection.ts';
import type { Kind, Side } from './tenant-story.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => world?.[Symbol.asyncDispose]());

/** How deep answers are looked into; an operation may have 2,000 tokens. */
const LEVELS = { Query: 3, Mutation: 2, Subscription: 2 };

function documentOf(operation: string, variables: object): string {
  const [root, field] = split(operation);
  const args = [...argumentsOf(schema, operation)].filter(([name]) => Object.hasOwn(variables, name));
  const declared = args.map(([name, type]) => `$${name}: ${type}`).join(', ');
  const given = args.map(([name]) => `${name}: $${name}`).join(', ');
  const type = schema.getRootType(KINDS[root])?.getFields()[field]?.type;
  const selected = type === undefined ? '' : selectionOf(schema, type, LEVELS[root]);
  const brackets = (text: string) => (text === '' ? '' : `(${text})`);
  return `${KINDS[root]} Asked${brackets(declared)} { ${field}${brackets(given)} ${selected} }`;
}

const KINDS = { Query: 'query', Mutation: 'mutation', Subscription: 'subscription' } as const;

/** Runs an operation as a tenant. Of a subscription its first event is seen, or its end. */
async function run(side: Side, operation: string, variables: object): Promise<Seen> {
  const body = { query: documentOf(operation, variables), variables };
  if (!operation.startsWith('Subscription')) return seenOf(await world.call(side.key, 'POST', '/graphql', body));
  const response = await world.call(side.key, 'POST', '/graphql', body, { accept: 'text/event-stream' });
  return { status: response.status, body: await firstEvent(response) };
}

async function firstEvent(response: Response): Promise<string> {
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const [event] = /^event: \w+\ndata:.*\n\n/m.exec(text) ?? [];
    if (event !== undefined) return event;
  }
  return text;
}

function variablesWith(side: Side, { operation, path, name }: Place, ids: Ids, value: string): object {
  const [arg = '', ...rest] = path;
  const type = argumentsOf(schema, operation).get(arg);
  if (type === undefined) throw new Error(`${name} is no place of the schema`);
  const before: Readonly<Record<string, unknown>> = (ids.variables ?? OPERATIONS[operation])?.(side.ids) ?? {};
  return { ...before, [arg]: putAt(type, before[arg], rest, ids.as?.(value) ?? value, samplesOf(side)) };
}

const cells = placesOf(schema).flatMap((place) => {
  const ids = entryFor(IDS, place.name);
  return ids === undefined || typeof ids === 'string'
    ? []
    : ids.kinds.map((kind): [string, Place, Kind, Ids] => [`${place.name} with another’s ${kind}`, place, kind, ids]);
});

describe('the recipes', () => {
  it('know every operation and every place for an id of the schema', () => {
    const unknown = [
      ...operationsOf(schema)
        .filter((name) => OPERATIONS[name] === undefined)
        .map((name) => `OPERATIONS lacks ${name}`),
      ...[...placesOf(schema), ...innerPlacesOf(schema)]
        .filter(({ name }) => entryFor(IDS, name) === undefined)
        .map(({ name }) => `IDS lacks ${name}`),
    ];
    expect(unknown, 'add what is missing to graphql-recipes.ts, as it says at its top').toEqual([]);
    const inner = innerPlacesOf(schema).filter(({ name }) => typeof entryFor(IDS, name) !== 'string');
    expect(inner, 'ids below the roots are read by nobody yet: give such a field a cell of its own').toEqual([]);
  });

  it('name nothing that is no longer there', () => {
    const places = [...placesOf(schema), ...innerPlacesOf(schema)].map(({ name }) => name);
    const known = Object.entries(IDS).filter(([, entry]) => places.some((name) => entryFor(IDS, name) === entry));
    expect(Object.keys(IDS).filter((name) => !known.some(([one]) => one === name))).toEqual([]);
    expect(Object.keys(OPERATIONS).filter((name) => !operationsOf(schema).includes(name))).toEqual([]);
  });
});

describe('what is another’s', () => {
  it.each(cells)('is not there: %s', async (_name, place, kind, ids) => {
    const { alpha, beta } = world;
    const sides = [alpha, beta];
    const answer = async (value: string) => {
      const seen = await run(alpha, place.operation, variablesWith(alpha, place, ids, value));
      expect(seen, 'the recipe is wrong').not.toMatchObject({ status: 400 });
      return compared(seen, value, sides);
    };
    const before = rowsOf(world, beta);
    const strangers = await answer(strangerOf(kind, beta));
    const others = await answer(beta.ids[kind]);
    expect(rowsOf(world, beta)).toEqual(before);
    if (ids.told === undefined) expect(others).toBe(strangers);
    else expect(others).toContain(ids.told.code);
    const own = await answer(alpha.ids[kind]);
    if (ids.blind === undefined) expect(own, 'this cell proves nothing').not.toBe(strangers);
    else expect(own).toBe(strangers);
  });
});
