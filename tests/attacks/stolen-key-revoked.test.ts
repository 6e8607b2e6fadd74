import { expect, it, onTestFinished } from 'vitest';
import { TestClock } from '../application/support.ts';
import { expectEnded, type Held, KEY_KINDS, openAll, SESSION_KINDS } from '../realtime/kinds.ts';
import { expectWorking, startAttacked } from './support.ts';

const OF_EACH_KIND = 100;
/** Opened at a time: a key may have 50 streams reserved that are not open yet. */
const AT_ONCE = 25;

it('a hundred sockets of every kind end with their key, in no time, and none of another key’s', async () => {
  // It stands still from here on: what ends, ends without any time passing for the gateway.
  const clock = new TestClock();
  const gateway = await startAttacked({}, { system: { clock } });
  const host = new URL(gateway.url).host;
  const held: Held[] = [];
  onTestFinished(async () => {
    for (const { stop } of held) stop();
    await gateway.close();
  });
  const ask = async (query: string) => (await (await gateway.call('POST', '/graphql', { query })).json()).data;
  const issue = async (name: string) => {
    const fields = '... on IssuedApiKey { key apiKey { id } }';
    const { issueApiKey } = await ask(`mutation { issueApiKey(name: "${name}", scopes: [read]) { ${fields} } }`);
    return { id: String(issueApiKey.apiKey.id), headers: { 'x-dijla-key': String(issueApiKey.key) } };
  };
  const open = async (kinds: typeof KEY_KINDS, headers: Readonly<Record<string, string>>) => {
    const opened = await openAll(kinds, host, headers);
    held.push(...opened);
    return opened;
  };
  const figure = async (name: string) => {
    const text = await (await gateway.call('GET', '/metrics')).text();
    return Number(new RegExp(`^dijla_${name} (\\d+)$`, 'm').exec(text)?.[1]);
  };

  const [stolen, other] = [await issue('stolen'), await issue('other')];
  const theirs: Held[] = [];
  for (let n = 0; n < OF_EACH_KIND; n += AT_ONCE) {
    for (const kind of KEY_KINDS)
      theirs.push(
        ...(await open(
          Array.from({ length: AT_ONCE }, () => kind),
          stolen.headers,
        )),
      );
  }
  const ours = await open(KEY_KINDS, other.headers);
  expect(theirs).toHaveLength(OF_EACH_KIND * KEY_KINDS.length);
  await expect.poll(() => figure('sockets_open')).toBe(theirs.length + ours.length);
  // A poll is none.
  const readers = (OF_EACH_KIND + 1) * (KEY_KINDS.length - 1);
  expect(await figure('feed_readers')).toBe(readers);
  const over = new Set<string>();
  for (const { kind, ended } of ours) void ended.then(() => over.add(kind));

  const at = performance.now();
  await ask(`mutation { revokeApiKey(id: "${stolen.id}") { __typename } }`);
  await expectEnded(theirs);
  process.stdout.write(
    `${theirs.length} sockets were told of their end within ${Math.round(performance.now() - at)} ms\n`,
  );

  await expect.poll(() => figure('sockets_open')).toBe(ours.length);
  await expect.poll(() => figure('feed_readers')).toBe(KEY_KINDS.length - 1);
  expect([...over]).toEqual([]);
  const tried = await Promise.allSettled(KEY_KINDS.map((kind) => kind(host, stolen.headers)));
  expect(tried.map(({ status }) => status)).toEqual(KEY_KINDS.map(() => 'rejected'));
  await open(SESSION_KINDS, other.headers);
  await expectWorking(gateway);
}, 60_000);
