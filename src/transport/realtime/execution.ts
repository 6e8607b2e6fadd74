import type { IncomingMessage } from 'node:http';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import type { Operations } from '../../application/services.ts';
import type { Caller } from '../../domain/tenant.ts';

/** An operation as a socket's client sends it. */
export interface OperationParams {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly extensions?: Record<string, unknown> | null | undefined;
}

/** One result. */
export interface OperationResult {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Record<string, unknown>;
}
/** An operation that runs: one result, or a subscription's many. */
export type Running = Promise<AsyncIterable<OperationResult> | OperationResult>;

/** Runs operations as `/graphql` does, with all of its checks, for transports that are not HTTP requests of their own. */
export interface SocketExecution {
  /** Parsed, validated and with its context; or the errors that are the whole answer. */
  prepare(
    server: { readonly caller: Caller; readonly req: IncomingMessage },
    params: OperationParams,
  ): Promise<ExecutionArgs | readonly GraphQLError[]>;
  execute(args: ExecutionArgs): Running;
  subscribe(args: ExecutionArgs): Running;
}

export type Report = Operations['report'];

/** What a client may see of a failure. Expected ones are GraphQL errors by now; the rest is reported and masked. */
export function masked(error: unknown, report: Report): GraphQLError {
  if (error instanceof GraphQLError) return error;
  report('A GraphQL operation failed unexpectedly.', error);
  return new GraphQLError('Unexpected error.', { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/**
 * A source that fails half-way yields the failure as its last result, with its code. Left alone, graphql-ws tells only
 * the message, unmasked, and graphql-sse tears down the stream without a word.
 */
export async function endingInErrors(running: Running, report: Report): Running {
  const result = await running;
  if (!isAsyncIterable(result)) return result;
  const source = result[Symbol.asyncIterator]();
  let over = false;
  const finish = () => {
    if (over) return;
    over = true;
    // Not awaited: a source that waits for its next event may answer late, and nobody needs its answer.
    Promise.resolve(source.return?.()).catch(() => {});
  };
  const results: AsyncIterableIterator<OperationResult> = {
    async next() {
      if (over) return DONE;
      try {
        return await source.next();
      } catch (error) {
        over = true;
        return { done: false, value: { errors: [masked(error, report)] } };
      }
    },
    async return() {
      finish();
      return DONE;
    },
    // Both libraries return early only from iterators that have a `throw`.
    async throw(error) {
      finish();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  return results;
}

function isAsyncIterable<T>(value: T | AsyncIterable<T>): value is AsyncIterable<T> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
