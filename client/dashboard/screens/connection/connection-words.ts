import type { ConnectionQuery } from '../../generated/graphql.ts';

export type Connection = NonNullable<ConnectionQuery['connection']>;
export type ConnectionNumber = ConnectionQuery['phoneNumbers'][number];

export const RESULT_TONES = { STORED: 'good', QUARANTINED: 'warn', FAILED: 'bad', OVERLOADED: 'warn' } as const;

/** Whether anything has ever come from Meta, as far as is known. */
export function isSilent({ last, refusedSignature }: Pick<Connection, 'last' | 'refusedSignature'>): boolean {
  return last === null && refusedSignature === null;
}

/** The refusal that still matters: nothing good has come since. */
export function freshRefusal({ last, refusedSignature }: Pick<Connection, 'last' | 'refusedSignature'>): boolean {
  return refusedSignature !== null && (last === null || Date.parse(refusedSignature.at) > Date.parse(last.at));
}
