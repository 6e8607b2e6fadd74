import type { SessionState } from './live.ts';
import { forgetPrivate } from './private-storage.ts';

const SESSION = '/api/v1/session';

/** Asks what became of the session of this tab, which was opened for `tenant`. */
export async function askSession(tenant: string): Promise<SessionState> {
  let answer: Response;
  try {
    answer = await fetch(SESSION, { cache: 'no-store' });
  } catch {
    return 'unreachable';
  }
  if (answer.status === 401) return 'signed-out';
  if (answer.status === 403) return 'suspended';
  if (!answer.ok) return 'unreachable';
  const who: { readonly tenant?: unknown } = await answer.json();
  return who.tenant === tenant ? 'good' : 'moved';
}

/** Ends the session, and forgets what was being written in it. Rejects when the gateway does not answer: the person is then still signed in. */
export async function signOut(): Promise<void> {
  const answer = await fetch(SESSION, { method: 'DELETE' });
  if (!answer.ok) throw new Error(`The gateway answered ${answer.status}.`);
  forgetPrivate(localStorage);
}

/** For the operator: goes on for another tenant, in every tab of this browser. */
export async function switchTenant(tenant: string): Promise<void> {
  const answer = await fetch(SESSION, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tenant }),
  });
  if (!answer.ok) throw new Error(`The gateway answered ${answer.status}.`);
}
