import { describe, expect, it } from 'vitest';
import { ALLOWED_ORIGIN, cookieOf, KEY, restBench } from './support.ts';

const SESSION = '/api/v1/session';
const WHO = { tenant: 'dijla', role: 'operator', scopes: ['send', 'read', 'manage'], keyName: 'master', mode: 'live' };

async function signIn(bench: Awaited<ReturnType<typeof restBench>>, key = KEY, headers: Record<string, string> = {}) {
  return bench.app.inject({ method: 'POST', url: SESSION, headers, payload: { key } });
}

describe('signing in', () => {
  it('with the key gives a cookie, and tells who that is', async () => {
    const bench = await restBench();
    const answer = await signIn(bench);
    expect([answer.statusCode, answer.json()]).toEqual([200, { success: true, ...WHO }]);
    expect(answer.headers['set-cookie']).toMatch(/^dijla-session=[\w-]{20,}; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = cookieOf(answer.headers);
    const who = await bench.app.inject({ url: SESSION, headers: { cookie } });
    expect([who.statusCode, who.json()]).toEqual([200, { success: true, ...WHO }]);
  });

  it('over https gives a cookie that stays there', async () => {
    const bench = await restBench({ publicUrl: 'https://gateway.example' });
    const cookie = (await signIn(bench)).headers['set-cookie'];
    expect(cookie).toMatch(/^__Host-dijla-session=.*; Secure/);
    expect(cookie).not.toContain('Domain');
  });

  it('with a wrong key says exactly what the page says', async () => {
    const bench = await restBench();
    for (const key of ['wrong', '']) {
      const answer = await signIn(bench, key);
      expect(answer.statusCode).toBe(401);
      expect(answer.json().message).toBe('Invalid API key. Contact support to get your key.');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('is refused for a minute after ten wrong keys', async () => {
    const bench = await restBench();
    for (let i = 0; i < 10; i += 1) expect((await signIn(bench, 'wrong')).statusCode).toBe(401);
    const refused = await signIn(bench);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '60']);
    bench.clock.advance(60_000);
    expect((await signIn(bench)).statusCode).toBe(200);
  });

  it.each([{}, { key: 7 }, [], { key: 'x'.repeat(2_000) }])('needs a key that is text', async (payload) => {
    const bench = await restBench();
    const answer = await bench.app.inject({ method: 'POST', url: SESSION, payload });
    expect([answer.statusCode, answer.json().error.field]).toEqual([400, 'key']);
  });

  it('is for the gateway’s own pages, even when others may call the API', async () => {
    const bench = await restBench();
    expect((await signIn(bench, KEY, { origin: ALLOWED_ORIGIN })).statusCode).toBe(403);
    expect((await signIn(bench, KEY, { origin: 'http://localhost', host: 'localhost' })).statusCode).toBe(200);
    const cookie = cookieOf((await signIn(bench)).headers);
    const who = await bench.app.inject({ url: SESSION, headers: { cookie, origin: ALLOWED_ORIGIN } });
    expect(who.statusCode).toBe(403);
  });
});

describe('a session', () => {
  it('ends with signing out', async () => {
    const bench = await restBench();
    const cookie = cookieOf((await signIn(bench)).headers);
    const out = await bench.app.inject({ method: 'DELETE', url: SESSION, headers: { cookie } });
    expect([out.statusCode, out.json()]).toEqual([200, { success: true }]);
    expect(out.headers['set-cookie']).toMatch(/^dijla-session=;.*Expires=Thu, 01 Jan 1970/);
    expect((await bench.app.inject({ url: SESSION, headers: { cookie } })).statusCode).toBe(401);
    expect(bench.sessions.size).toBe(0);
  });

  it('ends after twelve idle hours', async () => {
    const bench = await restBench();
    const cookie = cookieOf((await signIn(bench)).headers);
    const status = async () => (await bench.app.inject({ url: SESSION, headers: { cookie } })).statusCode;
    bench.clock.advance(11 * 3_600_000);
    expect(await status()).toBe(200);
    bench.clock.advance(11 * 3_600_000);
    expect(await status()).toBe(200);
    bench.clock.advance(12 * 3_600_000 + 1);
    expect(await status()).toBe(401);
  });

  it('is asked for by nobody who has none', async () => {
    const bench = await restBench();
    for (const headers of [{}, { cookie: 'dijla-session=made-up' }]) {
      expect((await bench.app.inject({ url: SESSION, headers })).statusCode).toBe(401);
    }
  });
});

describe('the operator', () => {
  it('goes on for another tenant; a tenant cannot, nor can another page ask for it', async () => {
    const bench = await restBench();
    const cookie = cookieOf((await signIn(bench)).headers);
    const patch = (payload: object, headers: Record<string, string>) =>
      bench.app.inject({ method: 'PATCH', url: SESSION, payload, headers });
    expect((await patch({ tenant: 'acme' }, {})).statusCode).toBe(401);
    expect((await patch({}, { cookie })).statusCode).toBe(400);
    expect((await patch({ tenant: 'nobody' }, { cookie })).statusCode).toBe(404);
    expect((await patch({ tenant: 'acme' }, { cookie, origin: 'https://evil.example' })).statusCode).toBe(403);
    const answer = await patch({ tenant: 'acme' }, { cookie });
    expect([answer.statusCode, answer.json()]).toMatchObject([200, { tenant: 'acme', role: 'operator' }]);
    expect((await bench.app.inject({ url: SESSION, headers: { cookie } })).statusCode).toBe(401);
    const next = { cookie: cookieOf(answer.headers) };
    expect((await bench.app.inject({ url: SESSION, headers: next })).json()).toMatchObject({ tenant: 'acme' });
  });
});

describe('a sign-in link', () => {
  it('signs in once and leads to the dashboard', async () => {
    const bench = await restBench();
    const url = `/signin?token=${bench.access.issueLink()}`;
    // Whoever only looks, as previews of links do, must not use it up.
    expect((await bench.app.inject({ method: 'HEAD', url })).statusCode).toBe(404);
    const answer = await bench.app.inject({ url });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/dashboard']);
    const cookie = cookieOf(answer.headers);
    expect((await bench.app.inject({ url: SESSION, headers: { cookie } })).statusCode).toBe(200);

    const again = await bench.app.inject({ url });
    expect(again.statusCode).toBe(401);
    expect(again.headers['content-type']).toContain('text/html');
    expect(again.body).toContain('not valid');
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  it('is good for fifteen minutes', async () => {
    const bench = await restBench();
    const token = bench.access.issueLink();
    bench.clock.advance(15 * 60_000 + 1);
    for (const query of [`?token=${token}`, '', '?token=a&token=b']) {
      expect((await bench.app.inject({ url: `/signin${query}` })).statusCode).toBe(401);
    }
  });
});

describe("the operator's session", () => {
  const whose = async (bench: Awaited<ReturnType<typeof restBench>>, cookie: string, tenant?: string) => {
    const named: Record<string, string> = tenant === undefined ? {} : { 'x-dijla-tenant': tenant };
    const who = await bench.app.inject({ url: SESSION, headers: { cookie, ...named } });
    return who.json().tenant ?? who.statusCode;
  };

  it('acts for the tenant that a request names, for that request', async () => {
    const bench = await restBench();
    const cookie = cookieOf((await signIn(bench)).headers);
    expect(await whose(bench, cookie, 'acme')).toBe('acme');
    expect(await whose(bench, cookie, 'ten_none')).toBe(404);
    expect(await whose(bench, cookie)).toBe('dijla');
  });

  it('opened for a tenant acts for it where a request names no other', async () => {
    const bench = await restBench();
    const answer = await bench.app.inject({ method: 'POST', url: SESSION, payload: { key: KEY, tenant: 'acme' } });
    expect(answer.json()).toMatchObject({ tenant: 'acme', role: 'operator' });
    const cookie = cookieOf(answer.headers);
    expect(await whose(bench, cookie)).toBe('acme');
    expect(await whose(bench, cookie, 'dijla')).toBe('dijla');
  });

  it('is opened for no tenant that is not there', async () => {
    const bench = await restBench();
    for (const [tenant, status] of [
      ['ten_none', 404],
      [7, 400],
    ]) {
      const answer = await bench.app.inject({ method: 'POST', url: SESSION, payload: { key: KEY, tenant } });
      expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([status, undefined]);
    }
  });
});

it('a tenant’s session acts for nobody else, whatever a request names', async () => {
  const bench = await restBench();
  const operator = await bench.access.byKey(KEY);
  const { key } = await bench.tenancy.apiKeys.issue(operator, {
    tenantId: 'acme',
    name: 'desk',
    scopes: ['read'],
    expiresAt: null,
    allowedIps: [],
  });
  const cookie = cookieOf((await signIn(bench, key)).headers);
  for (const [tenant, status] of [
    ['acme', 200],
    ['dijla', 404],
    ['ten_none', 404],
  ] as const) {
    const who = await bench.app.inject({ url: SESSION, headers: { cookie, 'x-dijla-tenant': tenant } });
    expect([who.statusCode, who.json().tenant]).toEqual([status, status === 200 ? 'acme' : undefined]);
  }
});
