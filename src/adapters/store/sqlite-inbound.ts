import type { DatabaseSync } from 'node:sqlite';
import { Fold } from '../../domain/fold.ts';
import { segmentsOf } from '../../domain/fold-identity.ts';
import { foldItems, needsOfItems } from '../../domain/fold-inbound.ts';
import type { RoutedItem } from '../../domain/inbound.ts';
import type { Appended, RoutedWebhook } from '../../ports/store.ts';
import { alone, type WriteOutcome } from './sqlite-alone.ts';
import type { Loader } from './sqlite-load.ts';
import type { Saver } from './sqlite-save.ts';
import { Sharing } from './sqlite-sharing.ts';

/** UTF-16 units of a reason that are kept. */
const REASON_LIMIT = 2_000;

/** A webhook as it crosses to the writer: its items as JSON text, which costs the main thread least. */
export interface PackedWebhook {
  readonly id: string;
  readonly receivedAt: number;
  readonly body: Uint8Array<ArrayBuffer> | null;
  readonly items: string;
  readonly problem: string | null;
  readonly tenantId: string | null;
}

/** What became of items that could be stored. */
interface Folded {
  /** Whose logs grew. */
  readonly tenants: readonly string[];
  /** Items that were new. */
  readonly stored: number;
  /** Of those, what found the unrouted box full. */
  readonly turnedAway: number;
}

/** What became of items. */
export interface Stored extends Folded {
  readonly failed: readonly RoutedItem[];
  /** Why the first of those failed. */
  readonly reason: string;
}

/** The body is copied: its buffer is handed over to the writer, and the caller's may be part of a pool. */
export function packWebhook({ id, receivedAt, body, items, problem, tenantId = null }: RoutedWebhook): PackedWebhook {
  const whole = { id, receivedAt, tenantId, body: body === null ? null : new Uint8Array(body) };
  try {
    return { ...whole, items: JSON.stringify(items), problem };
  } catch {
    const texts = items.flatMap((item) => packItem(item) ?? []);
    const lost = `${items.length - texts.length} of ${items.length} items cannot be written as JSON`;
    return { ...whole, items: `[${texts.join(',')}]`, problem: join(problem, lost) };
  }
}

function packItem(item: RoutedItem): string | null {
  try {
    return JSON.stringify(item);
  } catch {
    return null;
  }
}

/** Writes webhooks. Runs inside the writer's transaction. */
export class InboundWriter {
  readonly #db: DatabaseSync;
  readonly #loader: Loader;
  readonly #saver: Saver;
  readonly #sharing: Sharing;

  constructor(db: DatabaseSync, loader: Loader, saver: Saver) {
    this.#db = db;
    this.#loader = loader;
    this.#saver = saver;
    this.#sharing = new Sharing(db);
  }

  /** Together if possible, which costs least; otherwise each webhook by itself. */
  append(webhooks: readonly PackedWebhook[]): Map<PackedWebhook, WriteOutcome<Appended>> {
    const outcomes = new Map<PackedWebhook, WriteOutcome<Appended>>();
    if (webhooks.length === 0) return outcomes;
    const together = alone(this.#db, () => {
      const items = webhooks.map((webhook) => parseItems(webhook.items));
      const folded = this.#fold(items, Math.max(...webhooks.map(({ receivedAt }) => receivedAt)));
      webhooks.forEach((webhook, i) => {
        this.#keep(webhook, webhook.problem, []);
        const { tenants = [], stored = 0, turnedAway = 0 } = folded[i] ?? {};
        const value = { tenants, stored, turnedAway, quarantined: webhook.problem };
        outcomes.set(webhook, { ok: true, value });
      });
    });
    if (together.ok) return outcomes;
    for (const webhook of webhooks)
      outcomes.set(
        webhook,
        alone(this.#db, () => this.#appendSplit(webhook)),
      );
    return outcomes;
  }

  #appendSplit(webhook: PackedWebhook): Appended {
    const items = parseItems(webhook.items);
    const { tenants, stored, turnedAway, failed, reason } = this.store(items, webhook.receivedAt);
    const lost = `${failed.length} of ${items.length} items could not be stored: ${reason}`;
    const problem = failed.length === 0 ? webhook.problem : join(webhook.problem, lost);
    this.#keep(webhook, problem, failed);
    return { tenants, stored, turnedAway, quarantined: problem };
  }

  /** Stores what can be stored: what fails is halved until the items at fault are found. */
  store(items: readonly RoutedItem[], now: number): Stored {
    const tenants = new Set<string>();
    const failed: RoutedItem[] = [];
    let reason = '';
    let stored = 0;
    let turnedAway = 0;
    const attempt = (some: readonly RoutedItem[]): void => {
      const outcome = alone(this.#db, () => this.#fold([some], now));
      if (outcome.ok) {
        for (const folded of outcome.value) {
          stored += folded.stored;
          turnedAway += folded.turnedAway;
          for (const tenantId of folded.tenants) tenants.add(tenantId);
        }
      } else if (some.length > 1) {
        const half = some.length >> 1;
        attempt(some.slice(0, half));
        attempt(some.slice(half));
      } else {
        failed.push(...some);
        reason ||= outcome.error.message;
      }
    };
    attempt(items);
    return { tenants: [...tenants], stored, turnedAway, failed, reason };
  }

  /** Applies lists of items, mostly with one load and one save. Answers for each list. */
  #fold(lists: readonly (readonly RoutedItem[])[], now: number): Folded[] {
    const answers = lists.map(() => ({ tenants: new Set<string>(), stored: 0, turnedAway: 0 }));
    for (const segment of segmentsOf(lists)) {
      // The lists of a segment stay apart by their lengths: each item is given to its tenant in its place.
      const shared = this.#sharing.share(segment.flatMap(({ items }) => items));
      const fold = new Fold(this.#loader.load(needsOfItems(shared)), now);
      let from = 0;
      for (const { list, items } of segment) {
        const before = fold.out.events.length;
        const stored = foldItems(fold, shared.slice(from, from + items.length));
        from += items.length;
        const answer = answers[list];
        if (answer === undefined) continue;
        answer.stored += stored;
        for (const { tenantId } of fold.out.events.slice(before)) answer.tenants.add(tenantId);
      }
      const turnedAway = this.#saver.save(fold.changes(), now);
      // Of whichever list: they are only counted.
      const first = answers[segment[0]?.list ?? 0];
      if (first !== undefined) first.turnedAway += turnedAway;
    }
    return answers.map((answer) => ({ ...answer, tenants: [...answer.tenants] }));
  }

  #keep(
    { id, receivedAt, body, tenantId }: PackedWebhook,
    problem: string | null,
    failed: readonly RoutedItem[],
  ): void {
    if (body !== null) this.#saver.addRaw(id, receivedAt, body, tenantId);
    if (problem !== null) this.#saver.quarantine(id, receivedAt, problem, JSON.stringify(failed), tenantId);
  }
}

function join(problem: string | null, more: string): string {
  return (problem === null ? more : `${problem}; ${more}`).slice(0, REASON_LIMIT);
}

/** Made by `packWebhook` from routed items. */
function parseItems(items: string): RoutedItem[] {
  return JSON.parse(items) as RoutedItem[];
}
