import type { DueSend, Lane } from '../domain/outbound.ts';
import type { OutboxStore } from '../ports/store.ts';
import { type Hands, nameOf } from './dispatch-hands.ts';
import { type Headroom, PRICES } from './headroom.ts';
import type { Pacing } from './pacing.ts';
import { Rotation } from './rotation.ts';

/** Sends of one pick, which are claimed in one transaction. */
const PICK_LIMIT = 64;
/** And of one tenant, when others ask for something too. */
const IN_COMPANY = 8;
/** Readings of one pick, however much of what they find is held. */
const READINGS = 8;
const NOBODY: ReadonlySet<string> = new Set();

export interface Chosen extends DueSend {
  /** Gives its hand back. */
  readonly leave: () => void;
}

export interface Picked {
  /** What may go now; its tokens and hands are taken. */
  readonly sends: readonly Chosen[];
  /** When something that is held may go, in epoch milliseconds; infinite when nothing is held. */
  readonly heldUntil: number;
}

/** Where the sends of a loud tenant wait, beside others. */
export type Room = globalThis.Pick<Headroom, 'inCompany' | 'isOpen' | 'spend'>;

export type Pick = (now: number) => Promise<Picked>;

/**
 * Chooses among the due sends those that may go now: the tenants in turn, of each its numbers in turn, on each number the
 * oldest first. So a number that tenants share gives its tokens to them in turn, and a tenant waits for every other at
 * most once. What is held is left out of the next reading, so it never stands in the way of others; so are all sends of
 * suspended tenants.
 */
export function createPick(
  outbox: { due: OutboxStore['due'] },
  pacing: Pacing,
  hands: Hands,
  suspended: () => ReadonlySet<string> = () => NOBODY,
  headroom?: Room,
): Pick {
  /** Conversations whose first send waits for Meta's pair limit, with the time of their release. */
  const heldPairs = new Map<string, number>();
  /** Tenants that have to leave room for others, and are not read for as long. */
  const loud = new Set<string>();
  const turns = new Rotation();
  /** Where the last reading ended, so that more lanes than one reading holds are all read in turn. */
  let place: Lane | null = null;

  return async (now) => {
    for (const [id, until] of heldPairs) if (until <= now) heldPairs.delete(id);
    const heldNumbers = new Map(pacing.heldNumbers(now));
    const full = new Map(hands.full().map((lane) => [nameOf(lane), lane]));
    const sends: Chosen[] = [];
    for (const id of loud) if (headroom?.isOpen(id) !== false) loud.delete(id);
    const begun = new Map<string, number>();
    const release = () => [...heldNumbers.values(), ...heldPairs.values()].reduce((a, b) => Math.min(a, b), Infinity);

    /** Whether it goes; else it is held, and so noted. */
    function takes(send: DueSend): boolean {
      const held = pacing.take(send, now);
      if (held === null) sends.push({ ...send, leave: hands.take(send) });
      else if (held.by === 'pair') heldPairs.set(send.conversationId, held.until);
      else heldNumbers.set(send.numberId, held.until);
      return held === null;
    }

    /** Beside others a tenant begins a few and, when it is loud, none unless there is room. */
    function isOpen(tenantId: string): boolean {
      if (headroom === undefined || !headroom.inCompany) return true;
      const count = begun.get(tenantId) ?? 0;
      return count === 0 ? headroom.isOpen(tenantId) : count < IN_COMPANY;
    }

    /** Goes round the tenants until nothing is left of the page, or the pick is full. */
    function deal(due: readonly DueSend[]): void {
      const tenants = lanesByTenant(due);
      while (sends.length < PICK_LIMIT) {
        const tenant = turns.next(tenants.keys(), (id) => id);
        const lanes = tenant === undefined ? undefined : tenants.get(tenant);
        if (tenant === undefined || lanes === undefined) return;
        const lane = turns.next(lanes, ([first]) => (first === undefined ? '' : nameOf(first)));
        const send = lane?.shift();
        if (lane === undefined || send === undefined) {
          if (lane !== undefined) lanes.delete(lane);
          if (lanes.size === 0) tenants.delete(tenant);
        } else if (heldNumbers.has(send.numberId)) {
          lanes.delete(lane);
        } else if (!hands.hasRoom(send)) {
          full.set(nameOf(send), send);
          lanes.delete(lane);
        } else if (!isOpen(tenant)) {
          loud.add(tenant);
          tenants.delete(tenant);
        } else if (takes(send)) {
          headroom?.spend(tenant, PRICES.send);
          begun.set(tenant, (begun.get(tenant) ?? 0) + 1);
          turns.served(tenant);
          turns.served(nameOf(send));
        }
      }
    }

    let unread = hands.free > 0;
    try {
      for (let reading = 0; unread && reading < READINGS && sends.length < PICK_LIMIT; reading += 1) {
        const limit = PICK_LIMIT - sends.length;
        const taken = sends.map(({ conversationId }) => conversationId);
        const except = {
          numberIds: [...heldNumbers.keys()],
          conversationIds: [...heldPairs.keys(), ...taken],
          lanes: [...full.values()],
          tenantIds: new Set([...suspended(), ...loud]),
        };
        const due: readonly DueSend[] = await outbox.due(now, limit, except, place);
        deal(due);
        unread = mayHaveLeft(due, limit);
        place = due.at(-1) ?? null;
      }
    } catch (error) {
      for (const send of sends) {
        pacing.giveBack(send, now);
        send.leave();
      }
      throw error;
    }
    return { sends, heldUntil: unread || loud.size > 0 ? now : release() };
  };
}

/** Lists of due sends by lane, by tenant. */
function lanesByTenant(due: readonly DueSend[]): Map<string, Set<DueSend[]>> {
  const lanes = Map.groupBy(due, nameOf);
  const tenants = new Map<string, Set<DueSend[]>>();
  for (const lane of lanes.values()) {
    const [first] = lane;
    if (first === undefined) continue;
    tenants.set(first.tenantId, (tenants.get(first.tenantId) ?? new Set()).add(lane));
  }
  return tenants;
}

/** A reading that was full, or a lane that gave its whole part of it, may have left more behind. */
function mayHaveLeft(due: readonly DueSend[], limit: number): boolean {
  const lanes = [...Map.groupBy(due, nameOf).values()];
  if (lanes.length === 0) return false;
  const part = Math.ceil(limit / lanes.length);
  return lanes.length >= limit || lanes.some((lane) => lane.length >= part);
}
