import type { KeyFieldsFragment } from '../../generated/graphql.ts';

export type Key = KeyFieldsFragment;
export type Scope = Key['scopes'][number];
export const SCOPES: readonly Scope[] = ['send', 'read', 'manage'];

/** A key that was just made: its text is seen this once. */
export interface NewKey {
  readonly key: string;
  readonly apiKey: Key;
}

export const TONES = { ACTIVE: 'good', REPLACED: 'warn', EXPIRED: 'off', REVOKED: 'off' } as const;

/** Still opens something. */
export function works({ state }: Pick<Key, 'state'>): boolean {
  return state === 'ACTIVE' || state === 'REPLACED';
}

/** Addresses as somebody types them: one a line, or with commas. */
export function addressesIn(text: string): string[] {
  return text.split(/[\s,،;]+/).filter((one) => one !== '');
}

/** Something to try at once with a new key: a send where it may, else what is read. For a shell. */
export function curlFor(
  { key, scopes }: { readonly key: string; readonly scopes: readonly Scope[] },
  origin: string,
): string {
  if (scopes.includes('send')) {
    const body = { message: { to: '9647700000000', templateName: 'hello_world', languageCode: 'en_US' } };
    return [
      `curl -X POST ${origin}/api/v1/whatsapp/send \\`,
      `  -H 'x-dijla-key: ${key}' \\`,
      "  -H 'Content-Type: application/json' \\",
      `  -d '${JSON.stringify(body)}'`,
    ].join('\n');
  }
  if (scopes.includes('read')) {
    return [
      `curl -N ${origin}/api/v1/whatsapp/events \\`,
      "  -H 'Accept: text/event-stream' \\",
      `  -H 'x-dijla-key: ${key}'`,
    ].join('\n');
  }
  const body = JSON.stringify({ query: '{ apiKeys { name state lastUsedAt } }' });
  return [
    `curl -X POST ${origin}/graphql \\`,
    `  -H 'x-dijla-key: ${key}' \\`,
    "  -H 'Content-Type: application/json' \\",
    `  -d '${body}'`,
  ].join('\n');
}
