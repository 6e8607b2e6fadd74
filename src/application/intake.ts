import type { CloudApi, ParsedWebhook } from '../ports/cloud-api.ts';
import type { InboundStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import type { Wakeup } from '../ports/wakeup.ts';
import type { Confine, Confined } from './confinement.ts';
import { Gate } from './gate.ts';
import type { Load } from './ingest-load.ts';
import type { MediaFetch } from './media-fetch.ts';
import type { Routing } from './routing.ts';
import type { Templates } from './templates.ts';

const PROBLEM_LIMIT = 2_000;
/** That the unrouted box is full is logged so often. */
const FULL_BOX_MS = 60_000;

/** A body whose signature was verified when it came. */
export interface Post {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly body: Uint8Array;
  /** At whose own address it came, so that it may concern nothing else; null: at the operator's. */
  readonly tenantId: string | null;
  /** True when the store has the bytes already, under this id. */
  readonly kept: boolean;
  /** Whose it seems to be, for its turn; null or left out when nobody knows. */
  readonly lane?: string | null;
}

/** What became of a post. */
export interface Taken {
  readonly items: number;
  /** Items that were new. */
  readonly stored: number;
  /** Why it is quarantined; null when it is not. */
  readonly problem: string | null;
}

export interface IntakeDeps {
  readonly cloudApi: Pick<CloudApi, 'parse' | 'parseLarge'>;
  readonly store: Pick<InboundStore, 'append'>;
  readonly routing: Routing;
  /** Parts what came at a tenant's own address; absent where there are no such addresses. */
  readonly confine?: Confine;
  readonly wakeup: Wakeup;
  readonly system: System;
  /** Counts the large bodies that are being taken apart. */
  readonly parsing: Load;
  /** Told what was stored, for its news of templates; absent where nobody keeps a list of them. */
  readonly templates?: Pick<Templates, 'heard'>;
  /** Told when a file is to be fetched; absent where nobody fetches. */
  readonly mediaFetch?: Pick<MediaFetch, 'kick'>;
}

/**
 * Parse → route → append, for what arrives and for what is replayed. Resolves once all of it is durable, problems
 * included; rejects when the store did not take all of it, and OVERLOADED when too much is being parsed.
 */
export function createIntake(deps: IntakeDeps): (post: Post) => Promise<Taken> {
  const { cloudApi, parsing, routing, store, wakeup } = deps;
  const { clock, log, metrics } = deps.system;
  let fullToldAt = Number.NEGATIVE_INFINITY;
  // Large bodies are taken apart one after the other, so that tenants must take turns.
  const large = new Gate(1);

  function confinedTo(tenantId: string, items: ParsedWebhook['items']): Confined {
    if (deps.confine === undefined) throw new Error('Nobody tells which items may concern the tenant.');
    return deps.confine(tenantId, items);
  }

  async function allOf(items: ParsedWebhook['items']): Promise<Confined> {
    await routing.bindSenders(items);
    return { routed: items.flatMap((item) => routing.routeAll(item)), heard: items, foreign: 0 };
  }

  function noteFullBox(items: number): void {
    metrics.count('unrouted_turned_away_total', {}, items);
    if (clock.now() - fullToldAt < FULL_BOX_MS) return;
    fullToldAt = clock.now();
    log.error('the unrouted box is full: what nobody claims is told as `unrouted` events only; assign what waits', {
      items,
    });
  }

  return async ({ id, receivedAt, body, kept, lane = null, tenantId }) => {
    const taken: { -readonly [K in keyof Taken]: Taken[K] } = { items: 0, stored: 0, problem: null };

    async function write({ items, problems }: ParsedWebhook, first: boolean): Promise<void> {
      const { routed, heard, foreign } = tenantId === null ? await allOf(items) : confinedTo(tenantId, items);
      const strangers = `${foreign} of ${items.length} items concern no number or account of the tenant's own`;
      const wrong = foreign === 0 ? problems : [...problems, strangers];
      const appended = await store.append({
        id,
        receivedAt,
        body: first && !kept ? body : null,
        items: routed,
        problem: wrong.length === 0 ? null : wrong.join('; ').slice(0, PROBLEM_LIMIT),
        tenantId,
      });
      if (appended.turnedAway > 0) noteFullBox(appended.turnedAway);
      for (const tenantId of appended.tenants) wakeup.publish(tenantId);
      if (appended.stored > 0) deps.templates?.heard(heard);
      if (routed.some(({ item }) => item.kind === 'message' && item.content.kind === 'media')) deps.mediaFetch?.kick();
      taken.items += items.length;
      taken.stored += appended.stored;
      taken.problem = appended.quarantined ?? taken.problem;
    }

    const small = cloudApi.parse(body, receivedAt);
    if (small !== null) {
      await write(small, true);
    } else {
      using _counted = parsing.take(body.byteLength, lane);
      using _turn = await large.enter(lane ?? '');
      let first = true;
      // One part after the other: the bytes are on disk before what was found in them, and one part is in memory.
      for await (const part of cloudApi.parseLarge(body, receivedAt)) {
        await write(part, first);
        first = false;
      }
    }
    const { problem } = taken;
    if (problem !== null) deps.system.log.warn('a webhook is quarantined; its bytes are kept', { id, problem });
    return taken;
  };
}
