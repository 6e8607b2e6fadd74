import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/transport/graphql/schema.ts';
import { compared, rowsOf, seenOf, strangerOf } from './comparing.ts';
import { IDS, type Ids, INNER, OPERATIONS } from './graphql-recipes.ts';
import { entryFor, innerPlacesOf, operationsOf, type Place, placesOf } from './places.ts';
import { run, variablesWith } from './running.ts';
import { COMMON, type Kind } from './tenant-story.ts';
import { startWorld, type World } from './world.ts';

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
    expect(inner, 'no operation gives such a place its id: ask for it in INNER').toEqual([]);
  });

  it('name nothing that is no longer there', () => {
    const places = [...placesOf(schema), ...innerPlacesOf(schema)].map(({ name }) => name);
    const known = Object.entries(IDS).filter(([, entry]) => places.some((name) => entryFor(IDS, name) === entry));
    expect(Object.keys(IDS).filter((name) => !known.some(([one]) => one === name))).toEqual([]);
    expect(Object.keys(INNER).filter((name) => !places.includes(name))).toEqual([]);
    expect(Object.keys(OPERATIONS).filter((name) => !operationsOf(schema).includes(name))).toEqual([]);
  });
});

/** A world of its own for each, since so many sends to one person are paced. */
const GROUPS = ['sendReply', 'sendTemplate', 'others'];
const groupOf = ({ operation }: Place) => GROUPS.find((group) => operation.endsWith(group)) ?? 'others';

const WORLDS = GROUPS.flatMap((group) => [
  { group, numbers: 'numbers of their own', shared: false },
  { group, numbers: 'a shared number', shared: true },
]);

describe.each(WORLDS)('what is another’s, on $numbers: $group', ({ group, shared }) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ shared });
  });
  afterAll(async () => world?.[Symbol.asyncDispose]());

  const isApart = (kind: Kind) => !(shared && COMMON.includes(kind));
  it.each(cells.filter(([, place, kind]) => groupOf(place) === group && isApart(kind)))(
    'is not there: %s',
    async (_name, place, kind, ids) => {
      const { alpha, beta } = world;
      const sides = [alpha, beta];
      const asker = ids.home ? { ...alpha, key: world.homeKey } : alpha;
      const answer = async (value: string) => {
        const seen = await run(world, asker, place.operation, variablesWith(alpha, place, ids, value));
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
    },
  );

  const inner = Object.entries(INNER).flatMap(([name, { kinds }]) =>
    (group === 'others' ? kinds : []).map((kind) => ({ name, kind })),
  );
  it.each(inner)('is not there: $name with another’s $kind', async ({ name, kind }) => {
    const { alpha, beta, call } = world;
    const { query, variables } = INNER[name] ?? {};
    const answer = async (id: string) => {
      const body = { query, variables: { ...variables?.(alpha.ids), id } };
      const seen = await seenOf(await call(alpha.key, 'POST', '/graphql', body));
      expect(seen.body, 'the recipe is wrong').not.toContain('"errors"');
      return compared(seen, id, [alpha, beta]);
    };
    const strangers = await answer(strangerOf(kind, beta));
    expect(await answer(beta.ids[kind])).toBe(strangers);
    expect(await answer(alpha.ids[kind]), 'this cell proves nothing').not.toBe(strangers);
  });
});
