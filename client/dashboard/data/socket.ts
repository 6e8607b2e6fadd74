import { createRequest, formatDocument, stringifyDocument } from '@urql/core';
import { CloseCode, createClient } from 'graphql-ws';
import { DashboardEventsDocument, type DashboardEventsSubscription } from '../generated/graphql.ts';
import type { OpenStream } from './live.ts';

const LONGEST_PAUSE_MS = 15_000;

/** With the type of every object, by which the cache tells what it is told about. */
function withTypes(document: { toString(): string }): string {
  return stringifyDocument(formatDocument(createRequest(document.toString(), {}).query));
}

/** Waits longer after each failure, with jitter, so that a restarted gateway is not stormed; coming online ends it. */
export function pause(tries: number): Promise<void> {
  const most = Math.min(250 * 2 ** Math.min(tries, 10), LONGEST_PAUSE_MS);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, most / 2 + Math.random() * (most / 2));
    window.addEventListener('online', done);
  });
}

/** What becomes of a subscription; see `StreamSink`. */
export interface SubscriptionSink<Data> {
  next(data: Data): void;
  lost(): void;
  failed(code: string): void;
}

/**
 * Runs a subscription over a WebSocket of its own, of this origin, whose session cookie says who asks. It reconnects by
 * itself, with `variables` as they then stand, until it is left or refused.
 */
export function openSubscription<Data>(
  document: { toString(): string },
  variables: Record<string, unknown>,
  sink: SubscriptionSink<Data>,
): () => void {
  let over = false;
  const finish = (code: string) => {
    if (over) return;
    over = true;
    sink.failed(code);
  };
  const client = createClient({
    url: new URL('/graphql', location.href).href.replace(/^http/, 'ws'),
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (closed) => closeCode(closed) !== CloseCode.Forbidden,
    retryWait: pause,
    on: { closed: () => !over && sink.lost() },
  });
  const leave = client.subscribe<Data>(
    { query: withTypes(document), variables },
    {
      next({ data, errors }) {
        if (errors !== undefined && errors.length > 0) finish(codeOf(errors[0]?.extensions?.['code']));
        else if (data) sink.next(data);
      },
      error(error) {
        if (Array.isArray(error)) finish(codeOf(error[0]?.extensions?.code));
        else finish('REFUSED');
      },
      // The gateway ends no stream by itself: whatever ended it, it begins again.
      complete: () => finish('ENDED'),
    },
  );
  return () => {
    over = true;
    leave();
    Promise.resolve(client.dispose()).catch(() => {});
  };
}

/** The event log. */
export const openSocket: OpenStream = (variables, { next, ...sink }) =>
  openSubscription<DashboardEventsSubscription>(DashboardEventsDocument, variables, {
    ...sink,
    next: ({ events }) => next(events),
  });

function codeOf(code: unknown): string {
  return typeof code === 'string' ? code : 'UNKNOWN';
}

function closeCode(event: unknown): unknown {
  return typeof event === 'object' && event !== null && 'code' in event ? event.code : undefined;
}
