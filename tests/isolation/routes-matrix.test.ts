import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { ROOT } from '../architecture/imports.ts';
import { sampleOf } from '../rest/uploading.ts';
import { compared, rowsOf, type Seen, seenOf, strangerOf } from './comparing.ts';
import { entryFor, type Place } from './places.ts';
import { type Call, RAW_PATHS, ROUTE_IDS, ROUTES } from './route-recipes.ts';
import { isRecord, type Route, routesOf, withAt } from './routes.ts';
import { COMMON, type Kind, type Side } from './tenant-story.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let routes: readonly Route[];
beforeAll(async () => {
  await using any = await startWorld();
  routes = await routesOf(any);
});

/** The places of a route; to every one that takes a key, a caller may also name a tenant. */
function placesOf({ name, places }: Route): readonly Place[] {
  if (typeof ROUTES[name] !== 'function') return places;
  const header = { operation: name, path: ['headers', 'x-dijla-tenant'], name: `${name}.headers.x-dijla-tenant` };
  return places.some((place) => place.name === header.name) ? places : [...places, header];
}

async function send(side: Side, name: string, { params = {}, query = {}, headers = {}, body, form }: Call) {
  const [method = '', pattern = ''] = name.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_all, one: string) => encodeURIComponent(params[one] ?? ''));
  const search = new URLSearchParams(query).toString();
  const address = search === '' ? path : `${path}?${search}`;
  if (form)
    return seenOf(
      await fetch(world.url + address, {
        method,
        headers: { 'x-dijla-key': side.key, ...headers },
        body: formOf(body),
      }),
    );
  const response = await world.call(side.key, method, address, body, headers);
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return seenOf(response);
  return { status: response.status, body: await firstChunk(response) };
}

function formOf(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(isRecord(body) ? body : {})) {
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  form.set('file', new File([new Uint8Array(sampleOf('image'))], 'a.png', { type: 'image/png' }));
  return form;
}

/** Of a stream it is enough that it tells something. */
async function firstChunk(response: Response): Promise<string> {
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) return chunk;
  return '';
}

const nameOf = (place: Place) => place.name;

it('has a recipe for every route and every place for an id', () => {
  const unknown = routes.flatMap((route) => [
    ...(ROUTES[route.name] === undefined ? [`ROUTES lacks ${route.name}`] : []),
    ...placesOf(route)
      .map(nameOf)
      .filter((name) => entryFor(ROUTE_IDS, name) === undefined)
      .map((name) => `ROUTE_IDS lacks ${name}`),
  ]);
  expect(unknown, 'add what is missing to route-recipes.ts, as it says at its top').toEqual([]);
  expect(Object.keys(ROUTES).toSorted()).toEqual(routes.map(({ name }) => name).toSorted());
});

it('knows every path that is answered beside the routes', async () => {
  const sources = await Promise.all(
    ['src/transport/http.ts', 'src/transport.ts'].map((file) => readFile(join(ROOT, file), 'utf8')),
  );
  const paths = sources.flatMap((text) => [...text.matchAll(/'(\/[\w./-]+)'/g)].map(([, path]) => path));
  expect([...new Set(paths)].toSorted(), 'add it to RAW_PATHS in route-recipes.ts').toEqual(
    Object.keys(RAW_PATHS).toSorted(),
  );
});

it('leaves every control of the sandbox, the phones of people among them, to the operator', async () => {
  await using any = await startWorld();
  const folder = join(ROOT, 'src/sandbox');
  const sources = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')));
  const controls = sources.flatMap((text) =>
    [...text.matchAll(/app\.(get|post|delete)(?:<.*>)?\('(\/sandbox[^']*)'/g)].map(([, verb = '', path = '']) => [
      verb.toUpperCase(),
      path.replace(/:\w+/, any.alpha.ids.person.slice(1)),
    ]),
  );
  expect(controls.map(([, path]) => path)).toContain(`/sandbox/phones/${any.alpha.ids.person.slice(1)}`);
  const statuses = (key: string) =>
    Promise.all(controls.map(async ([verb = '', path = '']) => (await any.call(key, verb, path)).status));
  expect(new Set(await statuses(any.alpha.key))).toEqual(new Set([403]));
  expect(await statuses(any.app.masterKey)).not.toContain(403);
});

// A world of its own for each: so many sends to one person are paced.
it.each([
  ['send', 'numbers of their own', 15],
  ['reply', 'numbers of their own', 20],
  ['others', 'numbers of their own', 30],
  ['send', 'a shared number', 5],
  ['reply', 'a shared number', 15],
  ['others', 'a shared number', 25],
])('answers for another’s id as for one that nobody has: %s, on %s', async (group, numbers, least) => {
  const shared = numbers === 'a shared number';
  await using itsWorld = await startWorld({ shared });
  world = itsWorld;
  const { alpha, beta } = world;
  const failed: string[] = [];
  let cells = 0;
  const cell = async (place: Place, kind: Kind) => {
    const ids = entryFor(ROUTE_IDS, place.name);
    const recipe = ROUTES[place.operation];
    if (ids === undefined || typeof ids === 'string' || typeof recipe !== 'function') return;
    if (shared && COMMON.includes(kind)) return;
    cells += 1;
    const answer = async (value: string) => {
      const given: unknown = withAt(
        ids.call?.(alpha.ids) ?? recipe(alpha.ids),
        partOf(place),
        ids.as?.(value) ?? value,
      );
      const seen: Seen = await send(alpha, place.operation, withToken(given as Call, alpha));
      return compared(seen, value, [alpha, beta]);
    };
    const before = rowsOf(world, beta);
    const strangers = await answer(strangerOf(kind, beta));
    const others = await answer(beta.ids[kind]);
    const own = await answer(alpha.ids[kind]);
    const name = `${place.name} (${kind})`;
    if (JSON.stringify(rowsOf(world, beta)) !== JSON.stringify(before))
      failed.push(`${name}: changed what is another’s`);
    if (ids.told === undefined && others !== strangers) failed.push(`${name}: ${others} is not ${strangers}`);
    if (ids.told !== undefined && !others.includes(ids.told.code))
      failed.push(`${name}: ${others} tells no ${ids.told.code}`);
    if ((own === strangers) !== (ids.blind !== undefined)) failed.push(`${name} proves nothing: ${own}`);
  };
  const groupOf = ({ operation }: Place) => /(send|reply)$/.exec(operation)?.[0] ?? 'others';
  for (const place of routes.flatMap(placesOf).filter((one) => groupOf(one) === group)) {
    const ids = entryFor(ROUTE_IDS, place.name);
    for (const kind of ids === undefined || typeof ids === 'string' ? [] : ids.kinds) await cell(place, kind);
  }
  expect(failed).toEqual([]);
  expect(cells).toBeGreaterThan(least);
});

/** Header names as they stand in a request. */
function partOf({ path }: Place): readonly string[] {
  return path[0] === 'headers' ? path.map((name) => name.toLowerCase()) : path;
}

/** Half a `whatsappConfig` is refused before anything else. */
function withToken(call: Call, { accessToken }: Side): Call {
  const config = isRecord(call.body) ? call.body['whatsappConfig'] : undefined;
  return config === undefined
    ? call
    : { ...call, body: withAt(call.body, ['whatsappConfig', 'accessToken'], accessToken) };
}
