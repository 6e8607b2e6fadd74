import { createContext, use } from 'react';
import type { DashboardStartQuery } from '../generated/graphql.ts';

/** Who is signed in, and for which tenant. */
export type Session = DashboardStartQuery['viewer'];

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('A session is asked for outside of <SessionContext>.');
  return session;
}

/** Whether this key may do it; what it may not do is not offered. */
export function useMay(scope: Session['scopes'][number]): boolean {
  return useSession().scopes.includes(scope);
}
