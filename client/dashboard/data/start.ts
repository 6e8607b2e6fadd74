import type { DashboardStartQuery } from '../generated/graphql.ts';
import { DashboardCursorDocument, DashboardStartDocument, type TypedDocumentString } from '../generated/graphql.ts';
import { createLive, type Live } from './live.ts';
import { askSession } from './session.ts';
import { openSocket, pause } from './socket.ts';

/** Where whoever is no longer signed in is told so. */
export const DOOR = '/?ended=session';

/**
 * Who is signed in, and the cursor of now: taken first, so that whatever is read afterwards is followed without a gap.
 * Leaves for the door when nobody is. Rejects when the gateway does not answer.
 */
export async function start(): Promise<DashboardStartQuery> {
  return ask(DashboardStartDocument);
}

export function connect(tenant: string): Live {
  return createLive({
    open: openSocket,
    cursor: async () => (await ask(DashboardCursorDocument)).cursor,
    session: () => askSession(tenant),
    network: {
      online: () => navigator.onLine,
      subscribe(listener) {
        window.addEventListener('online', listener);
        window.addEventListener('offline', listener);
        return () => {
          window.removeEventListener('online', listener);
          window.removeEventListener('offline', listener);
        };
      },
    },
    pause,
  });
}

/** A question outside of the cache. */
async function ask<TResult>(document: TypedDocumentString<TResult, Record<string, never>>): Promise<TResult> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify({ query: document.toString() }),
  });
  if (response.status === 401) location.assign(DOOR);
  const { data }: { readonly data?: TResult | null } = await response.json();
  if (data == null) throw new Error(`The gateway answered ${response.status}.`);
  return data;
}
