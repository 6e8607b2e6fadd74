import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../src/adapters/system/log.ts';
import { startGateway } from '../support/gateway.ts';

it('a key and a session are nowhere to be read: not at rest, not in logs, not in answers after the first', async () => {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  const gateway = await startGateway({ LOG_LEVEL: 'debug' }, { system: { log } });
  onTestFinished(() => gateway.close());
  const answers: string[] = [];
  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const text = await (await gateway.call('POST', '/graphql', { query }, headers)).text();
    answers.push(text);
    return text;
  };
  const issued = await ask(
    'mutation { issueApiKey(name: "till", scopes: [send, read, manage]) { ... on IssuedApiKey { key } } }',
  );
  answers.length = 0;
  const key: string = JSON.parse(issued).data.issueApiKey.key;
  const by = { 'x-dijla-key': key };
  const signedIn = await gateway.call('POST', '/api/v1/session', { key });
  const session = /session=([^;]+)/.exec(signedIn.headers.get('set-cookie') ?? '')?.[1] ?? '';
  expect([key.length, session.length]).toEqual([84, 43]);

  await ask('{ apiKeys { id name prefix state } viewer { keyName } }', by);
  await ask('{ viewer { keyName } }', { 'x-dijla-key': `${key.slice(0, -1)}!` });
  await ask('{ viewer { keyName } }', { ...by, 'x-dijla-tenant': 'ten_none' });
  const send = { message: { to: '9647700000000', templateName: 'hello_world' } };
  answers.push(await (await gateway.call('POST', '/api/v1/whatsapp/send', send, by)).text());
  answers.push(await (await gateway.call('GET', `/api/v1/whatsapp/messages/${key}`, undefined, by)).text());
  log.debug('what a careless line would say', { key, note: `the key ${key}` });
  await gateway.app.sandbox?.idle();

  const files = await readdir(gateway.folder, { recursive: true, withFileTypes: true });
  const kept = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
  );
  // The id stands in the store; the secret is what follows it.
  for (const secret of [key.slice(-49), session]) {
    expect(kept.filter((text) => text.includes(secret))).toHaveLength(0);
    expect(lines.filter((line) => line.includes(secret))).toEqual([]);
    expect(answers.filter((text) => text.includes(secret))).toEqual([]);
  }
  expect(kept.some((text) => text.includes('till'))).toBe(true);
});
