import type { OperationResult } from '@urql/core';

/** What a question is answered with. Rejects when the gateway does not answer, or refuses it. */
export async function answerOf<T>(asked: PromiseLike<Pick<OperationResult<T>, 'data' | 'error'>>): Promise<T> {
  const { data, error } = await asked;
  if (data == null) throw error ?? new Error('The gateway answered with nothing.');
  return data;
}
