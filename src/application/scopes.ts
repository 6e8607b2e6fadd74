import { GatewayError } from '../domain/errors.ts';
import type { Caller, Scope } from '../domain/tenant.ts';

export const ALL_SCOPES: readonly Scope[] = ['send', 'read', 'manage'];

/** What a caller may do. */
export function scopesOf(caller: Caller): readonly Scope[] {
  return caller.kind === 'operator' ? ALL_SCOPES : caller.scopes;
}

/** The first line of every function that writes or reads for a caller. FORBIDDEN. */
export function requireScope(caller: Caller, scope: Scope): void {
  if (scopesOf(caller).includes(scope)) return;
  throw new GatewayError('FORBIDDEN', `The key "${caller.keyName}" may not ${scope}.`, {
    action: `Use a key with the scope "${scope}", or ask the operator to add it.`,
  });
}

/** The first line of every function that concerns more than one tenant. FORBIDDEN. */
export function requireOperator(caller: Caller): void {
  if (caller.kind === 'operator') return;
  throw new GatewayError('FORBIDDEN', 'This is for the operator alone.', { action: 'Use the master key.' });
}
