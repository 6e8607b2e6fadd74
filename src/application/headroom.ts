import { FairQueue } from '../domain/fair-queue.ts';
import type { Clock, Processors } from '../ports/system.ts';

/** Part of all processors up to which loud tenants' work begins while others ask for something. */
const PART = 0.5;
/** Time of processors, in milliseconds, that may be saved up, and owed. */
const SAVED_MS = 10;
const OWED_MS = 30;
/** How often it is looked at what was used, in milliseconds. */
const TICK_MS = 2;
/** Of one tenant, work that may begin at once, in milliseconds by its prices. */
const AT_ONCE_MS = 3;
/** Nothing waits longer for others' use of the processors: where all ask for much, all are served. */
const PATIENCE_MS = 250;
/** A tenant is around for this long, at least, after it asked for something. */
const WINDOW_MS = 1_000;

/**
 * What things cost in milliseconds of a processor, all threads together, about (taken from profiles under `npm run
 * bench`); what the store's reading thread does for a tenant is measured instead. Bytes cost the disk more than a
 * processor: 10 MB a second are a processor's worth.
 */
export const PRICES = { request: 0.5, query: 0.5, webhook: 0.2, send: 1.5, delivery: 0.03, perByte: 0.000_1 } as const;

interface Account {
  /** In this window and the one before. */
  spent: number;
  before: number;
  /** What more of its work may begin; negative: what has begun too early. Known at `roomAt`. */
  room: number;
  roomAt: number;
  /** Since when its work was not let in. Null: it was, the last time. */
  shutSince: number | null;
}

interface Waiting {
  readonly since: number;
  readonly go: () => void;
}

/**
 * Keeps part of the processors free while several tenants ask for something, so that whoever asks for little finds one
 * idle. A tenant that asks for more than an equal share waits until what the process uses is below the limit, and has
 * no more begun than the limit comes to; of those that wait, tenants take turns. Whoever is alone, or asks for less, never
 * waits, and nothing is refused. What a tenant asks for is counted by `PRICES`; what the process uses is measured.
 */
export class Headroom {
  readonly #clock: Clock;
  readonly #processors: Processors;
  readonly #accounts = new Map<string, Account>();
  readonly #waiting = new FairQueue<Waiting>();
  #total = 0;
  #windowEnds: number;
  #measuredAt: number;
  #used: number;
  /** What may still be used; negative: what was used too much. */
  #credit = SAVED_MS;
  #held = 0;
  #ticking = false;

  constructor(processors: Processors) {
    this.#clock = processors.clock;
    this.#processors = processors;
    this.#measuredAt = this.#clock.now();
    this.#windowEnds = this.#measuredAt + WINDOW_MS;
    this.#used = processors.usedMs();
  }

  /** Whether several tenants ask for something. */
  get inCompany(): boolean {
    return this.#accounts.size > 1;
  }

  /** How much waits. */
  get held(): number {
    return this.#held;
  }

  /** Counts what a tenant asks for. Resolves when it may begin; null when it may at once. '' is nobody: never waits. */
  enter(tenantId: string, price: number): Promise<void> | null {
    if (!this.#waiting.holds(tenantId) && this.isOpen(tenantId)) {
      this.spend(tenantId, price);
      return null;
    }
    this.#count(tenantId, price);
    this.#tickLater();
    this.#held += 1;
    return new Promise((resolve) => {
      const go = () => {
        this.#take(tenantId, price);
        resolve();
      };
      this.#waiting.push(tenantId, { since: this.#clock.now(), go });
    });
  }

  /** Whether work of a tenant may begin; if not, whoever has some asks again in a few milliseconds. */
  isOpen(tenantId: string): boolean {
    const account = this.#accounts.get(tenantId);
    if (account === undefined || !this.#isLoud(account)) return true;
    this.#measure();
    if (this.#waiting.empty && this.#hasRoom(account)) return true;
    account.shutSince ??= this.#clock.now();
    return this.#clock.now() - account.shutSince >= PATIENCE_MS;
  }

  /** Counts work of a tenant that begins now. */
  spend(tenantId: string, price: number): void {
    if (tenantId === '') return;
    this.#count(tenantId, price);
    this.#take(tenantId, price);
  }

  /** Counts work that was done for a tenant that asked for something; of whoever did not, nothing is known. */
  note(tenantId: string, ms: number): void {
    if (this.#accounts.has(tenantId)) this.spend(tenantId, ms);
  }

  #count(tenantId: string, price: number): void {
    const now = this.#clock.now();
    if (now >= this.#windowEnds) this.#turnWindow(now);
    const fresh: Account = { spent: 0, before: 0, room: AT_ONCE_MS, roomAt: now, shutSince: null };
    const account = this.#accounts.get(tenantId) ?? fresh;
    this.#accounts.set(tenantId, account);
    account.spent += price;
    this.#total += price;
  }

  #take(tenantId: string, price: number): void {
    const account = this.#accounts.get(tenantId);
    if (account === undefined) return;
    // Whatever it cost, others' patience is the bound: one large file must not keep its tenant waiting for long.
    account.room = Math.max(-PATIENCE_MS, this.#roomOf(account) - price);
    account.shutSince = null;
  }

  #isLoud({ spent, before }: Account): boolean {
    return this.inCompany && (spent + before) * this.#accounts.size > this.#total;
  }

  #hasRoom(account: Account): boolean {
    return this.#credit > 0 && this.#roomOf(account) > 0;
  }

  #roomOf(account: Account): number {
    const now = this.#clock.now();
    account.room = Math.min(AT_ONCE_MS, account.room + this.#earned(now - account.roomAt));
    account.roomAt = now;
    return account.room;
  }

  #earned(ms: number): number {
    return ms * this.#processors.count * PART;
  }

  #turnWindow(now: number): void {
    const isNext = now < this.#windowEnds + WINDOW_MS;
    this.#windowEnds = now + WINDOW_MS;
    this.#total = 0;
    for (const [tenantId, account] of this.#accounts) {
      account.before = isNext ? account.spent : 0;
      account.spent = 0;
      this.#total += account.before;
      if (account.before === 0) this.#accounts.delete(tenantId);
    }
  }

  #measure(): void {
    const now = this.#clock.now();
    if (now - this.#measuredAt < TICK_MS) return;
    const used = this.#processors.usedMs();
    const credit = this.#credit + this.#earned(now - this.#measuredAt) - (used - this.#used);
    this.#credit = Math.min(SAVED_MS, Math.max(-OWED_MS, credit));
    this.#measuredAt = now;
    this.#used = used;
  }

  #tickLater(): void {
    if (this.#ticking) return;
    this.#ticking = true;
    this.#clock.after(TICK_MS, () => this.#tick());
  }

  #tick(): void {
    this.#ticking = false;
    this.#measure();
    for (;;) {
      const next = this.#waiting.take(({ since }, tenantId) => this.#mayGo(tenantId, since));
      if (next === undefined) break;
      this.#held -= 1;
      next.go();
    }
    if (!this.#waiting.empty) this.#tickLater();
  }

  #mayGo(tenantId: string, since: number): boolean {
    const account = this.#accounts.get(tenantId);
    if (account === undefined || !this.#isLoud(account)) return true;
    const isPatient = this.#clock.now() - since < PATIENCE_MS;
    return this.#roomOf(account) > 0 && (this.#credit > 0 || !isPatient);
  }
}
