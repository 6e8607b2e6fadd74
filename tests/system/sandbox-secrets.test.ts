import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSandboxSecrets } from '../../src/adapters/sandbox-secrets.ts';

it('adds to the file of an older release what it lacks, and keeps the rest', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'secrets-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'sandbox-secrets.json');
  const accounts = ['1', '2'].map((wabaId) => ({ wabaId, accessToken: `EAA${wabaId}`, phoneNumberId: `${wabaId}0` }));
  const older = { masterKey: 'dk_test_1', appSecret: 'app', verifyToken: 'verify', accounts };
  await writeFile(file, JSON.stringify(older));

  const opened = await openSandboxSecrets(file);
  expect(opened).toMatchObject(older);
  expect(Buffer.from(opened.encryptionKey, 'base64')).toHaveLength(32);
  expect(new Set(opened.accounts.map(({ appSecret }) => appSecret)).size).toBe(2);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(opened);
  expect(await openSandboxSecrets(file)).toEqual(opened);
});
