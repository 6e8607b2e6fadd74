import { Script } from 'node:vm';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/transport/pages/html.ts';
import { type Bench, cookieOf, KEY, linesOf, restBench } from '../rest/support.ts';

async function signedIn(bench: Bench): Promise<string> {
  const answer = await bench.app.inject({ method: 'POST', url: '/api/v1/session', payload: { key: KEY } });
  return cookieOf(answer.headers);
}

describe('every page', () => {
  it.each(['/', '/dashboard', '/dashboard/settings', '/signin?token=no'])(
    '%s loads from this server alone and is framed by nobody',
    async (url) => {
      const bench = await restBench();
      const page = await bench.app.inject({ url, headers: { cookie: await signedIn(bench) } });
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      const policy = String(page.headers['content-security-policy']);
      for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) {
        expect(policy).toContain(rule);
      }
      expect(policy).not.toContain('unsafe');
      // The policy would silently stop whatever stands inline.
      expect(page.body).not.toMatch(/<style|<script(?![^>]* src="\/)|\son\w+=|\sstyle=/);
      for (const [, address] of page.body.matchAll(/(?:src|<link[^>]*href)="([^"]*)"/g)) expect(address).toMatch(/^\//);
    },
  );

  it('finds the files it loads, and scripts that are scripts', async () => {
    const bench = await restBench();
    const cookie = await signedIn(bench);
    const pages = await Promise.all(['/', '/dashboard'].map((url) => bench.app.inject({ url, headers: { cookie } })));
    const files = pages.flatMap(({ body }) => [...body.matchAll(/(?:src|href)="(\/(?:dashboard\/)?assets\/[^"]*)"/g)]);
    const paths = new Set(files.map(([, path = '']) => path));
    for (const known of ['/assets/site.css', '/assets/tokens.css', '/assets/landing.js', '/assets/icon.svg']) {
      expect(paths).toContain(known);
    }
    for (const path of paths) {
      const file = await bench.app.inject({ url: path });
      expect([path, file.statusCode, file.headers['x-content-type-options']]).toEqual([path, 200, 'nosniff']);
      expect(file.headers['content-type']).toMatch(TYPES[path.slice(path.lastIndexOf('.'))] ?? /no such type/);
    }
    const script = await bench.app.inject({ url: '/assets/landing.js' });
    expect(() => new Script(script.body)).not.toThrow();
  });

  it.each([
    ['the browser asks for it', { 'accept-language': 'ar-IQ,ar;q=0.9,en;q=0.8' }, 'ar', 'rtl'],
    ['it weighs more', { 'accept-language': 'en;q=0.4, ar;q=0.7' }, 'ar', 'rtl'],
    ['neither is wanted', { 'accept-language': 'ku, fr' }, 'en', 'ltr'],
    ['nothing is said', {}, 'en', 'ltr'],
    ['it was chosen before', { 'accept-language': 'en', cookie: 'dijla-language=ar' }, 'ar', 'rtl'],
    ['the cookie is nonsense', { 'accept-language': 'ar', cookie: 'dijla-language="><b>' }, 'ar', 'rtl'],
  ])('is in a language because %s', async (_why, headers, lang, dir) => {
    const { app } = await restBench();
    const page = await app.inject({ url: '/', headers });
    expect(page.body).toContain(`<html lang="${lang}" dir="${dir}">`);
  });

  it('remembers the language that was chosen, and shows the chosen theme', async () => {
    const { app } = await restBench();
    const answer = await app.inject({ url: '/?language=ar' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/']);
    expect(answer.headers['set-cookie']).toMatch(/^dijla-language=ar; Max-Age=31536000; Path=\/; SameSite=Lax$/);
    expect((await app.inject({ url: '/?language=xx' })).statusCode).toBe(200);
    const dark = await app.inject({ url: '/', headers: { cookie: 'dijla-theme=dark' } });
    expect(dark.body).toContain(' data-theme="dark"');
  });
});

const TYPES: Readonly<Record<string, RegExp>> = {
  '.js': /^text\/javascript/,
  '.css': /^text\/css/,
  '.svg': /^image\/svg\+xml/,
};

describe('the dashboard', () => {
  it('is for who is signed in; others are led to the front page', async () => {
    const bench = await restBench();
    for (const headers of [{}, { cookie: 'dijla-session=made-up' }, { 'x-dijla-key': KEY }]) {
      for (const url of ['/dashboard', '/dashboard/settings']) {
        const answer = await bench.app.inject({ url, headers });
        expect([answer.statusCode, answer.headers.location]).toEqual([303, '/']);
      }
    }
  });

  it('lets style sheets be made with a nonce that is new each time, and nothing inline', async () => {
    const bench = await restBench();
    const cookie = await signedIn(bench);
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const page = await bench.app.inject({ url: '/dashboard', headers: { cookie } });
        const [, nonce] = /<meta property="csp-nonce" nonce="([^"]{22,})">/.exec(page.body) ?? [];
        expect(page.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('comes in files that are compressed and kept for ever, and in no others', async () => {
    const bench = await restBench();
    const page = await bench.app.inject({ url: '/dashboard', headers: { cookie: await signedIn(bench) } });
    const [, script = ''] = /<script type="module" src="([^"]*)">/.exec(page.body) ?? [];
    const get = (url: string, accepted: string) => bench.app.inject({ url, headers: { 'accept-encoding': accepted } });
    const plain = await get(script, '');
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (const [accepted, encoding, decode] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
    ] as const) {
      const file = await get(script, accepted);
      expect(file.headers).toMatchObject({
        'content-encoding': encoding,
        vary: 'accept-encoding',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      expect(decode(file.rawPayload).equals(plain.rawPayload)).toBe(true);
    }
    for (const name of ['nothing.js', '..%2Fmanifest.json', '%2e%2e%2f%2e%2e%2fpackage.json', 'inputs.txt']) {
      expect((await get(`/dashboard/assets/${name}`, 'br')).statusCode).toBe(404);
    }
  });

  it('says what to do where it is not built; the front page is there all the same', async () => {
    const bench = await restBench({ dashboardFolder: '/nowhere/' });
    const cookie = await signedIn(bench);
    const page = await bench.app.inject({ url: '/dashboard', headers: { cookie } });
    expect([page.statusCode, linesOf(page.body)]).toEqual([
      503,
      expect.arrayContaining(['The dashboard is not built']),
    ]);
    const front = await bench.app.inject({ url: '/' });
    expect([front.statusCode, linesOf(front.body)]).toEqual([200, expect.arrayContaining(['Access Your Dashboard'])]);
    expect(front.body).not.toContain('/dashboard/assets');
  });
});

it('escapes whatever is put into markup, but not markup', () => {
  const hostile = `<img src=x onerror='a'>&"`;
  const page = html`<p title="${hostile}">${[hostile, html`<b>${1}</b>`, null, false]}</p>`;
  const safe = '&lt;img src=x onerror=&#39;a&#39;&gt;&amp;&quot;';
  expect(page.text).toBe(`<p title="${safe}">${safe}<b>1</b></p>`);
});
