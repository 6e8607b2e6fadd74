import { expect, it } from 'vitest';
import { createSecrets } from '../../src/adapters/secrets.ts';
import { createNumberVault } from '../../src/application/number-vault.ts';
import type { PhoneNumber } from '../../src/domain/tenant.ts';
import type { CredentialStore, SealedCredentials } from '../../src/ports/credential-store.ts';
import type { Log } from '../../src/ports/system.ts';

const OLD = Buffer.alloc(32, 1).toString('base64');
const NEW = Buffer.alloc(32, 2).toString('base64');
const NUMBER: PhoneNumber = {
  ...{ id: 'num_1', tenantId: 'ten_a', phoneNumberId: '1', display: '', wabaId: '2', credentials: 'stored' },
  ...{ messagesPerSecond: null, sharing: null },
};
const OWN = { accessToken: 'EAAsecret', appSecrets: ['app'], verifyTokens: ['verify'] };

function kept() {
  const rows = new Map<string, SealedCredentials>();
  const store: CredentialStore = {
    all: async () => [...rows.values()],
    async put(number, sealed) {
      rows.set(number.id, { tenantId: number.tenantId, numberId: number.id, sealed });
      return number;
    },
    async rewrap(tenantId, numberId, _keyId, sealed) {
      rows.set(numberId, { tenantId, numberId, sealed });
    },
  };
  return { rows, store };
}

function vaultOver(store: CredentialStore, keys: readonly string[]) {
  const problems: string[] = [];
  const log: Log = { debug() {}, info() {}, warn() {}, error: (problem) => void problems.push(problem) };
  return { problems, ...createNumberVault({ store, secrets: createSecrets(keys), log }) };
}

it('opens what it stored, for the number’s tenant alone, until it is forgotten', async () => {
  const vault = vaultOver(kept().store, [OLD]);
  await vault.put(NUMBER, OWN);
  expect(vault.open(NUMBER)).toEqual(OWN);
  expect(vault.open({ ...NUMBER, tenantId: 'ten_b' })).toBeNull();
  expect(vault.webhookSecrets('ten_a')).toEqual({ appSecrets: ['app'], verifyTokens: ['verify'] });
  expect(vault.webhookSecrets('ten_b')).toEqual({ appSecrets: [], verifyTokens: [] });
  await vault.put(NUMBER, { ...OWN, appSecrets: ['next', 'app'] });
  expect(vault.webhookSecrets('ten_a').appSecrets).toEqual(['next', 'app']);
  vault.forget(NUMBER.id);
  expect([vault.open(NUMBER), vault.webhookSecrets('ten_a').appSecrets]).toEqual([null, []]);
});

it('wraps everything by the first key when it is loaded, so that the old one may go', async () => {
  const { store } = kept();
  await vaultOver(store, [OLD]).put(NUMBER, OWN);
  await vaultOver(store, [NEW, OLD]).load();
  const vault = vaultOver(store, [NEW]);
  await vault.load();
  expect(vault.open(NUMBER)).toEqual(OWN);
});

it('does not start without the key that credentials were stored with, and names the variable', async () => {
  const { store } = kept();
  await vaultOver(store, []).load();
  await vaultOver(store, [OLD]).put(NUMBER, OWN);
  const missing = vaultOver(store, []).load();
  await expect(missing).rejects.toThrow(/^ENCRYPTION_KEY is not set, but credentials are stored for 1 number/);
  await expect(missing).rejects.toMatchObject({ name: 'EncryptionKeyError' });
  await expect(vaultOver(store, [NEW]).load()).rejects.toThrow(/^ENCRYPTION_KEY does not open what is there/);
});

it('starts without credentials that were tampered with, and says so', async () => {
  const { rows, store } = kept();
  const first = vaultOver(store, [OLD]);
  await first.put(NUMBER, OWN);
  const row = rows.get('num_1');
  if (row !== undefined) rows.set('num_1', { ...row, sealed: { ...row.sealed, box: row.sealed.wrap } });
  const vault = vaultOver(store, [OLD]);
  await vault.load();
  expect(vault.open(NUMBER)).toBeNull();
  expect(vault.problems).toEqual([expect.stringContaining('do not open; store them again')]);
});
