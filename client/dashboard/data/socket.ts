import { createRequest, formatDocument, stringifyDocument } from '@urql/core';
import { CloseCode, createClient } from 'graphql-ws';
import { DashboardEventsDocument, type DashboardEventsSubscription } from '../generated/graphql.ts';
import type { OpenStream } from './live.ts';

const LONGEST_PAUSE_MS = 15_000;

/** With the type of every object, by which the cache tells what an event is about. */
const EVENTS = stringifyDocument(formatDocument(createRequest(DashboardEventsDocument.toString(), {}).query));

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

/** The event log over a WebSocket of this origin, whose session cookie says who asks. */
export const openSocket: OpenStream = (variables, sink) => {
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
  const leave = client.subscribe<DashboardEventsSubscription>(
    { query: EVENTS, variables },
    {
      next({ data, errors }) {
        if (errors !== undefined && errors.length > 0) finish(codeOf(errors[0]?.extensions?.['code']));
        else if (data) sink.next(data.events);
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
};

function codeOf(code: unknown): string {
  return typeof code === 'string' ? code : 'UNKNOWN';
}

function closeCode(event: unknown): unknown {
  return typeof event === 'object' && event !== null && 'code' in event ? event.code : undefined;
}
