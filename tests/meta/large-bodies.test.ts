import { expect, onTestFinished, test } from 'vitest';
import { LargeParser } from '../../src/adapters/meta/large-parser.ts';
import { parseWebhook } from '../../src/adapters/meta/webhook.ts';
import { createWebhookParser } from '../../src/adapters/meta/webhook-parser.ts';
import type { Json } from '../../src/domain/json.ts';
import type { ParsedWebhook } from '../../src/ports/cloud-api.ts';
import { every } from '../support/every.ts';
import { messagesBody, RECEIVED_AT } from './support.ts';

const KIB = 1024;

function webhookParser() {
  const parser = createWebhookParser();
  onTestFinished(() => parser[Symbol.asyncDispose]());
  return parser;
}

/** A parser whose thread dies of bodies that say so. */
function mortalParser(): LargeParser {
  const parser = new LargeParser(new URL('./mortal-thread.ts', import.meta.url));
  onTestFinished(() => parser[Symbol.asyncDispose]());
  return parser;
}

/** Threads that are started while `run` lasts. */
async function threadsStarted(run: () => Promise<unknown>): Promise<number> {
  let started = 0;
  const count = () => {
    started += 1;
  };
  process.on('worker', count);
  try {
    await run();
  } finally {
    process.off('worker', count);
  }
  return started;
}

const bytes = (body: Json) => new TextEncoder().encode(JSON.stringify(body));
const statuses = (count: number, padding = '') =>
  bytes(messagesBody({ statuses: Array.from({ length: count }, (_, n) => status(n, padding)) }));
const status = (n: number, padding: string) => ({ id: `wamid.${n}`, status: 'sent', timestamp: '1760000000', padding });

test('a small body is taken apart at once, and no thread is started for it', async () => {
  const parser = webhookParser();
  const started = await threadsStarted(async () => {
    expect(parser.parse(statuses(1), RECEIVED_AT)?.items).toHaveLength(1);
    expect(parser.parse(statuses(1_000), RECEIVED_AT)?.items).toHaveLength(1_000);
    expect(parser.parse(bytes('?'), RECEIVED_AT)?.problems).toEqual(['not a JSON object']);
  });
  expect(started).toBe(0);
});

test('the event loop leaves more than 256 KiB and more than 1,000 items to the thread', () => {
  const parser = webhookParser();
  expect(parser.parse(new Uint8Array(256 * KIB), RECEIVED_AT)).not.toBeNull();
  expect(parser.parse(new Uint8Array(256 * KIB + 1), RECEIVED_AT)).toBeNull();
  expect(parser.parse(statuses(1_001), RECEIVED_AT)).toBeNull();
  expect(parser.parse(bytes(messagesBody({ messages: Array<number>(60_000).fill(0) })), RECEIVED_AT)).toBeNull();
});

test.each([
  [10_000, 300, 20],
  [1_000, 3_500, 8],
])('%i items come in parts of at most 500 and 512 KiB, the loop turning between', async (count, padding, expected) => {
  const body = statuses(count, 'p'.repeat(padding));
  expect(body.byteLength).toBeGreaterThan(3 * KIB * KIB);
  const parts: ParsedWebhook[] = [];
  let turns = 0;
  let turning = true;
  const turn = () => {
    turns += 1;
    if (turning) setImmediate(turn);
  };
  setImmediate(turn);
  const turnsAtPart: number[] = [];
  for await (const part of webhookParser().parseLarge(body, RECEIVED_AT)) {
    parts.push(part);
    turnsAtPart.push(turns);
  }
  turning = false;
  for (const { items } of parts) {
    expect(items.length).toBeLessThanOrEqual(500);
    expect(Buffer.byteLength(JSON.stringify(items))).toBeLessThanOrEqual(512 * KIB + items.length + 1);
  }
  expect(parts).toHaveLength(expected);
  expect(turnsAtPart.every((at, i) => i === 0 || at > (turnsAtPart[i - 1] ?? 0))).toBe(true);
  expect(parts.flatMap(({ items }) => items)).toEqual(parseWebhook(body, RECEIVED_AT).items);
});

test('the body may still be used by its owner, and problems come with the first part', async () => {
  const body = bytes({
    entry: [3, ...(messagesBody({ statuses: [status(0, 'p'.repeat(600 * KIB))] })['entry'] as Json[]), 4],
  });
  const copy = body.slice();
  const parts = await every(webhookParser().parseLarge(body, RECEIVED_AT));
  expect(parts.map(({ problems }) => problems.length)).toEqual([2]);
  expect(body).toEqual(copy);
  expect(await every(webhookParser().parseLarge(bytes('?'), RECEIVED_AT))).toEqual([
    { items: [], problems: ['not a JSON object'] },
  ]);
});

test('one thread serves many bodies, one after the other, whoever stops listening', async () => {
  const parser = webhookParser();
  const started = await threadsStarted(async () => {
    const whole = every(parser.parseLarge(statuses(1_200), RECEIVED_AT));
    const stopped = (async () => {
      for await (const { items } of parser.parseLarge(statuses(1_300), RECEIVED_AT)) return items.length;
      return 0;
    })();
    const failed = (async () => {
      for await (const _part of parser.parseLarge(statuses(1_300), RECEIVED_AT)) throw new Error('store down');
    })();
    const last = every(parser.parseLarge(statuses(700), RECEIVED_AT));
    await expect(failed).rejects.toThrow('store down');
    expect(await stopped).toBe(500);
    expect((await whole).map(({ items }) => items.length)).toEqual([500, 500, 200]);
    expect((await last).map(({ items }) => items.length)).toEqual([500, 200]);
  });
  expect(started).toBe(1);
});

test('a body that ends the thread twice is a problem itself, and the next one is served by another thread', async () => {
  const parser = mortalParser();
  const started = await threadsStarted(async () => {
    const [deadly, next] = await Promise.all([
      every(parser.parse(bytes({ die: 'always' }), RECEIVED_AT)),
      every(parser.parse(statuses(3), RECEIVED_AT)),
    ]);
    expect(deadly).toEqual([{ items: [], problems: ['taking it apart ended the thread: exit code 9'] }]);
    expect(next.map(({ items }) => items.length)).toEqual([3]);
  });
  expect(started).toBe(3);
});

test('a thread that throws is as dead, and its reason is told', async () => {
  const [part] = await every(mortalParser().parse(bytes({ die: 'throwing' }), RECEIVED_AT));
  expect(part?.problems).toEqual(['taking it apart ended the thread: thrown']);
});

test('a thread that ends midway rejects: what was given is not all', async () => {
  const parser = mortalParser();
  const got: number[] = [];
  await expect(async () => {
    for await (const { items } of parser.parse(statuses(1_200, 'die-midway'), RECEIVED_AT)) got.push(items.length);
  }).rejects.toThrow('exit code 9');
  expect(got).toEqual([500]);
  expect(await every(parser.parse(statuses(2), RECEIVED_AT))).toHaveLength(1);
});

test('more than 64 waiting bodies are refused', async () => {
  const parser = mortalParser();
  const waiting = Array.from({ length: 64 }, () => every(parser.parse(statuses(1), RECEIVED_AT)));
  await expect(every(parser.parse(statuses(1), RECEIVED_AT))).rejects.toThrow('Too many large webhooks');
  expect((await Promise.all(waiting)).every(([part]) => part?.items.length === 1)).toBe(true);
});

test('a closed parser says so, also to what is under way', async () => {
  const parser = new LargeParser();
  const under = every(parser.parse(statuses(5_000), RECEIVED_AT));
  const told = expect(under).rejects.toThrow('closed');
  await new Promise((resolve) => setImmediate(resolve));
  await parser[Symbol.asyncDispose]();
  await told;
  await expect(every(parser.parse(statuses(1), RECEIVED_AT))).rejects.toThrow('closed');
});
