import { expect } from 'vitest';
import type { Portal, Visit } from './portal.ts';

/** Two people who write, in what tests tell. */
export const ZAINAB = '9647700000000';
export const OMAR = '9647701112233';

/** What happens behind the browser's back. */
export function tellOf(portal: Portal) {
  /** The answer to a call, which has to succeed. */
  async function post(path: string, body: object) {
    const response = await portal.gateway.call('POST', path, body);
    const answer = await response.json();
    expect([response.ok, answer]).toEqual([true, answer]);
    return answer;
  }
  return {
    post,
    /** A customer writes; resolves before it has arrived. */
    write: (from: string, text: string, name: string) => post('/sandbox/messages', { from, text, name }),
    reply: (to: string, text: string) => post('/api/v1/whatsapp/reply', { message: { to, text } }),
    /** A template. A failure may be known before the send is answered, which then tells of it: any answer will do. */
    send: (to: string) =>
      portal.gateway.call('POST', '/api/v1/whatsapp/send', {
        message: { to, templateName: 'hello_world', languageCode: 'en_US' },
      }),
    /** All that the sandbox had still to do is done. */
    settled: async () => portal.gateway.app.sandbox?.idle(),
    /** Signs in and opens a screen. */
    async open(visit: Visit, path: string, key?: string) {
      await visit.enter(path, key);
    },
  };
}
