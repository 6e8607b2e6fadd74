import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/transport/pages/html.ts';
import { type Bench, cookieOf, KEY, linesOf, restBench } from '../rest/support.ts';

async function signedIn(bench: Bench): Promise<string> {
  const answer = await bench.app.inject({ method: 'POST', url: '/api/v1/session', payload: { key: KEY } });
  return cookieOf(answer.headers);
}

describe('every page', () => {
  it.each(['/', '/dashboard', '/signin?token=no'])(
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
    const files = pages.flatMap(({ body }) => [...body.matchAll(/(?:src|href)="(\/assets\/[^"]*)"/g)]);
    expect(new Set(files.map(([, path]) => path)).size).toBe(3);
    for (const [, path = ''] of files) {
      const file = await bench.app.inject({ url: path });
      expect([file.statusCode, file.headers['x-content-type-options']]).toEqual([200, 'nosniff']);
      expect(file.headers['content-type']).toMatch(path.endsWith('.js') ? /^text\/javascript/ : /^text\/css/);
      if (path.endsWith('.js')) expect(() => new Script(file.body)).not.toThrow();
    }
  });
});

describe('the dashboard', () => {
  it('is for who is signed in; others are led to the front page', async () => {
    const bench = await restBench();
    for (const headers of [{}, { cookie: 'dijla-session=made-up' }, { 'x-dijla-key': KEY }]) {
      const answer = await bench.app.inject({ url: '/dashboard', headers });
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/']);
    }
  });

  it('says who is signed in, and loads the socket client before its own script', async () => {
    const bench = await restBench({ mode: 'sandbox' });
    const page = await bench.app.inject({ url: '/dashboard', headers: { cookie: await signedIn(bench) } });
    expect(linesOf(page.body)).toContain('Signed in as dijla with the key “master”');
    const scripts = [...page.body.matchAll(/<script src="([^"]*)" defer>/g)].map(([, path]) => path);
    expect(scripts).toEqual(['/socket.io/socket.io.js', '/assets/dashboard.js']);
    expect(page.body).toContain('Sandbox: nothing is sent to WhatsApp');
  });
});

it('escapes whatever is put into markup, but not markup', () => {
  const hostile = `<img src=x onerror='a'>&"`;
  const page = html`<p title="${hostile}">${[hostile, html`<b>${1}</b>`, null, false]}</p>`;
  const safe = '&lt;img src=x onerror=&#39;a&#39;&gt;&amp;&quot;';
  expect(page.text).toBe(`<p title="${safe}">${safe}<b>1</b></p>`);
});
