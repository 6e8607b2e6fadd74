import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { discard, type GatewayProcess, runGateway } from '../support/process.ts';

const LIVE = {
  DIJLA_MASTER_KEY: 'a-master-key-of-some-length',
  META_ACCESS_TOKEN: 'EAAtokentokentoken',
  META_PHONE_NUMBER_ID: '100000000000001',
  META_WABA_ID: '200000000000002',
  META_APP_SECRET: 'secret',
  META_VERIFY_TOKEN: 'verify-me',
  // Nobody listens there: a live start must not depend on Meta.
  META_GRAPH_URL: 'http://127.0.0.1:9',
};

async function run(env: Record<string, string> = {}, folder?: string): Promise<GatewayProcess> {
  const gateway = await runGateway(env, folder);
  onTestFinished(() => discard(gateway));
  return gateway;
}

describe('a start', () => {
  it('with nothing set is a sandbox whose banner tells what to do next', async () => {
    const gateway = await run();
    expect(gateway.key).toMatch(/^dk_test_/);
    for (const hint of ['/signin?token=', '/api/v1/whatsapp/send', '/sandbox/messages', 'whatsappConfig', 'Go live']) {
      expect(gateway.stdout()).toContain(hint);
    }
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
  });

  it('keeps its key and its data for the next one', async () => {
    const first = await run();
    const answer = await fetch(`${first.url}/api/v1/whatsapp/send`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-dijla-key': first.key },
      body: JSON.stringify({ message: { to: '9647700000000', templateName: 'hello_world' } }),
    });
    const { id } = await answer.json();
    first.kill('SIGTERM');
    expect(await first.exited).toBe(0);

    const second = await run({}, first.folder);
    expect(second.key).toBe(first.key);
    const kept = await fetch(`${second.url}/api/v1/whatsapp/messages/${id}`, {
      headers: { 'x-dijla-key': second.key },
    });
    expect(await kept.json()).toMatchObject({ success: true, id });
  });

  it('reads .env from the working directory, and lets the environment win', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
    await writeFile(join(folder, '.env'), 'DIJLA_MASTER_KEY=the-key-from-the-file\nHOST=256.0.0.1\n');
    const gateway = await run({ HOST: '127.0.0.1' }, folder);
    expect(gateway.key).toBe('the-key-from-the-file');
  });

  it('goes live without waiting for Meta, and says what Meta did not confirm', async () => {
    const gateway = await run({ ...LIVE, LOG_LEVEL: 'info' });
    expect(gateway.stdout()).toContain('live');
    expect(gateway.stdout()).not.toContain(LIVE.DIJLA_MASTER_KEY);
    await expect.poll(gateway.stdout).toContain('Meta did not confirm META_WABA_ID');
    expect(gateway.stdout()).not.toContain(LIVE.META_ACCESS_TOKEN);
  });
});

describe('a start that cannot be', () => {
  it('names every missing variable and exits with 1', async () => {
    const gateway = await run({ META_ACCESS_TOKEN: 'EAAtokentokentoken' });
    expect(await gateway.exited).toBe(1);
    for (const name of [
      'META_PHONE_NUMBER_ID',
      'META_WABA_ID',
      'META_APP_SECRET',
      'META_VERIFY_TOKEN',
      'DIJLA_MASTER_KEY',
    ]) {
      expect(gateway.stderr()).toContain(name);
    }
    expect(gateway.stderr()).not.toContain('    at ');
  });

  it('is refused while another gateway has the store open', async () => {
    const first = await run();
    const second = await run({}, first.folder);
    expect(await second.exited).toBe(1);
    expect(second.stderr()).toMatch(/another gateway/i);
    expect(second.stderr()).not.toContain('    at ');
  });

  it('is refused on a store of the other mode', async () => {
    const sandbox = await run();
    sandbox.kill('SIGTERM');
    await sandbox.exited;
    const live = await run({ ...LIVE, DATABASE_URL: 'file:data/sandbox.db' }, sandbox.folder);
    expect(await live.exited).toBe(1);
    expect(live.stderr()).toMatch(/sandbox/);
    expect(live.stderr()).not.toContain('    at ');
  });

  it('says so when its port is taken', async () => {
    const first = await run();
    const second = await run({ PORT: new URL(first.url).port });
    expect(await second.exited).toBe(1);
    expect(second.stderr()).toContain('EADDRINUSE');
  });
});
