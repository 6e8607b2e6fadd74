import { describe, expect, it } from 'vitest';
import { createAuthenticator } from '../../src/transport/auth.ts';
import { createOrigins } from '../../src/transport/origins.ts';
import { operator } from '../application/support.ts';
import { read, sourceFiles } from '../architecture/imports.ts';
import { restBench } from './support.ts';

async function authenticator(trustedProxies: readonly string[]) {
  const { access } = await restBench();
  const origins = createOrigins({ allowed: [], publicUrl: null, anyLocalhost: false });
  return createAuthenticator({ access, origins, secureCookies: false, trustedProxies });
}

const forwarded = (...hops: string[]) => ({ 'x-forwarded-for': hops.join(', ') });

describe("a client's address", () => {
  it('is the other end of the connection, whatever the request says', async () => {
    const { addressOf } = await authenticator([]);
    expect(addressOf(forwarded('192.0.2.1'), '203.0.113.9')).toBe('203.0.113.9');
    expect(addressOf({}, undefined)).toBe('');
  });

  it('is what proxies of one’s own say, and nothing that stood there before', async () => {
    const { addressOf } = await authenticator(['10.0.0.0/8', '::1']);
    expect(addressOf(forwarded('192.0.2.1'), '::ffff:10.0.0.1')).toBe('192.0.2.1');
    expect(addressOf(forwarded('1.1.1.1', '192.0.2.1', '10.9.9.9'), '10.0.0.1')).toBe('192.0.2.1');
    expect(addressOf(forwarded('1.1.1.1'), '203.0.113.9')).toBe('203.0.113.9');
    expect(addressOf(forwarded('10.1.1.1'), '::1')).toBe('::1');
    expect(addressOf({}, '::1')).toBe('::1');
    expect(addressOf(forwarded('1.1.1.1', ''), '10.0.0.1')).toBe('10.0.0.1');
  });
});

it('a key that is bound to addresses is held to them over REST, and by its sessions', async () => {
  const { app, tenancy } = await restBench();
  const issue = (name: string, allowedIps: string[]) =>
    tenancy.apiKeys.issue(operator(), { tenantId: 'acme', name, scopes: ['read'], expiresAt: null, allowedIps });
  const [here, elsewhere] = [await issue('here', ['127.0.0.0/8']), await issue('elsewhere', ['192.0.2.1'])];
  const ask = async (key: string, headers = {}) =>
    (await app.inject({ url: '/api/v1/whatsapp/messages/msg_1', headers: { 'x-dijla-key': key, ...headers } }))
      .statusCode;
  expect([await ask(here.key), await ask(elsewhere.key)]).toEqual([200, 403]);
  expect(await ask(elsewhere.key, forwarded('192.0.2.1'))).toBe(403);
  const signIn = (key: string) => app.inject({ method: 'POST', url: '/api/v1/session', payload: { key } });
  const answer = await signIn(here.key);
  expect(answer.json()).toMatchObject({ tenant: 'acme', role: 'tenant', scopes: ['read'], keyName: 'here' });
  expect((await signIn(elsewhere.key)).statusCode).toBe(403);
});

it('every way in tells where the request comes from', () => {
  const silent = sourceFiles('src/transport').flatMap((file) =>
    [...read(file).matchAll(/\.(?:ofHeaders|ofSocket|bySession|signIn|switchTenant)\([^;]*;/g)]
      .filter(([call]) => !/peer|address|request\.ip/i.test(call))
      .map(([call]) => `${file}: ${call}`),
  );
  expect(silent).toEqual([]);
});
