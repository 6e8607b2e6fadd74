import { createClient as createSseClient } from 'graphql-sse';
import { CloseCode, createClient as createWsClient } from 'graphql-ws';
import { type ErrorLike, errorOf, GatewayClientError } from './errors.ts';

export interface LiveOptions {
  /** The gateway's address, such as `https://gateway.example.com`. */
  readonly url: string;
  readonly key: string | undefined;
  readonly tenant: string | undefined;
  readonly transport: 'ws' | 'sse';
}

export interface Request {
  readonly query: string;
  /** Sent anew at every reconnect, with whatever the object then holds. */
  readonly variables: Record<string, unknown>;
}

/** What a subscription's connection tells. */
export interface Listener {
  next(data: unknown): void;
  end(error?: unknown): void;
}

/** A connection that comes back by itself; `subscribe` answers with the function that ends it. */
export interface Live {
  subscribe(request: Request, listener: Listener): () => void;
  dispose(): void;
}

export function createLive(options: LiveOptions): Live {
  return options.transport === 'ws' ? overWebSocket(options) : overSse(options);
}

/** Waits longer after each failure, up to 15 s, with jitter, so that a restarted gateway is not stormed. */
function backOff(retries: number): Promise<void> {
  const most = Math.min(250 * 2 ** Math.min(retries, 10), 15_000);
  return new Promise((resolve) => setTimeout(resolve, most / 2 + Math.random() * (most / 2)));
}

const unauthenticated = () =>
  new GatewayClientError('UNAUTHENTICATED', 'Unauthorized: the API key is missing or wrong.');

function overWebSocket({ url, key, tenant }: LiveOptions): Live {
  const client = createWsClient({
    url: new URL('/graphql', url).href.replace(/^http/, 'ws'),
    connectionParams: { key, tenant },
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (closed) => closeCode(closed) !== CloseCode.Forbidden,
    retryWait: backOff,
  });
  return {
    subscribe: ({ query, variables }, listener) =>
      client.subscribe(
        { query, variables },
        sink(listener, (error) => (closeCode(error) === CloseCode.Forbidden ? unauthenticated() : error)),
      ),
    // A connection that is being tried while the gateway is away fails after the client has gone: nobody asks any more.
    dispose: () => void Promise.resolve(client.dispose()).catch(() => {}),
  };
}

function overSse({ url, key, tenant }: LiveOptions): Live {
  let refused: GatewayClientError | null = null;
  const client = createSseClient({
    url: new URL('/graphql/stream', url).href,
    headers: { ...(key && { 'x-dijla-key': key }), ...(tenant && { 'x-dijla-tenant': tenant }) },
    retryAttempts: Number.POSITIVE_INFINITY,
    async retry(retries) {
      // The library tries again after any answer; what the gateway refused for good stays refused.
      if (refused !== null) throw refused;
      await backOff(retries);
    },
    async fetchFn(input: RequestInfo, init?: RequestInit) {
      const response = await fetch(input, init);
      if (response.status === 401) refused = unauthenticated();
      return response;
    },
  });
  return {
    subscribe: (request, listener) =>
      client.subscribe(
        request,
        sink(listener, (error) => error),
      ),
    dispose: () => client.dispose(),
  };
}

function sink(listener: Listener, explain: (error: unknown) => unknown) {
  return {
    next({ data, errors }: { readonly data?: unknown; readonly errors?: readonly ErrorLike[] | undefined }) {
      if (errors !== undefined && errors.length > 0) listener.end(errorOf(errors));
      else listener.next(data);
    },
    // A refused operation arrives as a list of GraphQL errors.
    error: (error: unknown) => listener.end(Array.isArray(error) ? errorOf(error) : explain(error)),
    complete: () => listener.end(),
  };
}

function closeCode(event: unknown): unknown {
  return typeof event === 'object' && event !== null && 'code' in event ? event.code : undefined;
}
