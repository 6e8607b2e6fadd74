import type { Portal } from './portal.ts';

/** Asks the gateway as its operator; the caller knows what its own question is answered with. */
export async function ask<T>({ gateway }: Portal, query: string, variables: object = {}): Promise<T> {
  const answer = await gateway.call('POST', '/graphql', { query, variables });
  const { data, errors }: { data: T; errors?: unknown } = await answer.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}
