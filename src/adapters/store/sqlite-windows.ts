import type { DatabaseSync } from 'node:sqlite';
import { type Address, aliasesOf, identityAt } from '../../domain/contact.ts';
import type { WindowRow } from '../../domain/fold-state.ts';
import { type EntrySource, mergeFacts, NO_FACTS, type WindowFacts } from '../../domain/window.ts';
import type { PersonOnNumber } from '../../ports/windows.ts';
import { integer, oneOf, optionalText, type Row, text, toColumn } from './rows.ts';
import { type Prepared, prepareAll } from './sqlite-statements.ts';

export const FACTS = `w.last_inbound_at, w.closed_at, w.stopped_at, w.resumed_at, w.free_until, w.entry_at,
  w.entry_message_id, w.entry_source`;
export const FACT_COLUMNS = FACTS.replaceAll('w.', '');

/** Whether a tenant (an SQL expression) received the message that led here: what others received is shown to none. */
const ownEntry = (tenantId: string) => `w.entry_message_id <> '' AND EXISTS
  (SELECT 1 FROM messages e WHERE e.id = w.entry_message_id AND e.tenant_id = ${tenantId}) AS own_entry`;

const READ_WINDOWS = {
  ofContacts: `SELECT j.key AS i, ${FACTS}, ${ownEntry('c.tenant_id')} FROM json_each(?) j
    CROSS JOIN contacts c ON c.id = j.value ->> 1 AND c.tenant_id = j.value ->> 2
    CROSS JOIN windows w ON w.phone_number_id = j.value ->> 0 AND w.person IN (c.phone, c.user_id)`,
  ofAddress: `WITH known AS (SELECT c.phone, c.user_id FROM contact_aliases a JOIN contacts c ON c.id = a.contact_id
      WHERE a.tenant_id = ?2 AND a.kind = ?3 AND a.value = ?4)
    SELECT ${FACTS}, ${ownEntry('?2')} FROM windows w WHERE w.phone_number_id = ?1 AND w.person IN
      (SELECT ?4 UNION SELECT phone FROM known UNION SELECT user_id FROM known)`,
  // Walks on from the message to its first answer; whoever asks knows that the message is a few days old at most.
  answeredAt: `SELECT j.key AS i, (SELECT s.at FROM messages m INDEXED BY messages_by_conversation
      JOIN message_statuses s ON s.message_id = m.id AND s.status IN ('ACCEPTED', 'HELD', 'SENT', 'DELIVERED', 'READ')
      WHERE m.conversation_id = r.conversation_id AND m.seq > r.seq AND m.direction = 'OUTBOUND'
      ORDER BY m.seq, s.at LIMIT 1) AS at
    FROM json_each(?) j CROSS JOIN messages r ON r.id = j.value WHERE r.tenant_id = ?`,
} as const;

const LATER = `(excluded.entry_at, excluded.entry_message_id) > (entry_at, entry_message_id)`;

/** What is known twice of a person becomes one (see `mergeFacts`). */
export const MERGE_FACTS = `ON CONFLICT (phone_number_id, person) DO UPDATE SET
    last_inbound_at = max(last_inbound_at, excluded.last_inbound_at), closed_at = max(closed_at, excluded.closed_at),
    stopped_at = max(stopped_at, excluded.stopped_at), resumed_at = max(resumed_at, excluded.resumed_at),
    free_until = max(free_until, excluded.free_until),
    entry_at = CASE WHEN ${LATER} THEN excluded.entry_at ELSE entry_at END,
    entry_message_id = CASE WHEN ${LATER} THEN excluded.entry_message_id ELSE entry_message_id END,
    entry_source = CASE WHEN ${LATER} THEN excluded.entry_source ELSE entry_source END`;

const SAVE_WINDOWS = {
  // What nearly every row is: somebody wrote.
  heard: `INSERT INTO windows (phone_number_id, person, last_inbound_at) VALUES (?, ?, ?)
    ON CONFLICT (phone_number_id, person) DO UPDATE
    SET last_inbound_at = max(last_inbound_at, excluded.last_inbound_at)`,
  facts: `INSERT INTO windows (phone_number_id, person, ${FACT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ${MERGE_FACTS}`,
} as const;

/** Reads what is known of people on numbers, in whichever thread asks. */
export class WindowReads {
  readonly #sql: Prepared<typeof READ_WINDOWS>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, READ_WINDOWS);
  }

  /** In the order of `people`, one read for all of them. */
  ofContacts(people: readonly (PersonOnNumber & { readonly tenantId: string })[]): WindowFacts[] {
    const facts = people.map((): WindowFacts => NO_FACTS);
    if (people.length === 0) return facts;
    const keys = people.map((one) => [toColumn(one.phoneNumberId), one.contactId, toColumn(one.tenantId)]);
    for (const row of this.#sql.ofContacts.all(JSON.stringify(keys))) {
      const i = integer(row, 'i');
      facts[i] = mergeFacts(facts[i] ?? NO_FACTS, factsOf(row));
    }
    return facts;
  }

  ofAddress(tenantId: string, phoneNumberId: string, to: Address): WindowFacts {
    const [alias] = aliasesOf(identityAt(to));
    if (alias === undefined) return NO_FACTS;
    const who = [toColumn(tenantId), alias.kind, toColumn(alias.value)];
    return this.#sql.ofAddress
      .all(toColumn(phoneNumberId), ...who)
      .map(factsOf)
      .reduce(mergeFacts, NO_FACTS);
  }

  answeredAt(tenantId: string, messageIds: readonly string[]): (number | null)[] {
    const found = messageIds.map((): number | null => null);
    for (const row of this.#sql.answeredAt.all(JSON.stringify(messageIds.map(toColumn)), toColumn(tenantId))) {
      const at = optionalText(row, 'at');
      found[integer(row, 'i')] = at === null ? null : Date.parse(at);
    }
    return found;
  }
}

/** Merges what became known of people into what is kept. Runs inside the writer's transaction. */
export class WindowSaver {
  readonly #sql: Prepared<typeof SAVE_WINDOWS>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, SAVE_WINDOWS);
  }

  save({ phoneNumberId, person, facts }: WindowRow): void {
    const { lastInboundAt, closedAt, stoppedAt, resumedAt, freeUntil, entry } = facts;
    const key = [toColumn(phoneNumberId), toColumn(person)];
    if (closedAt === 0 && stoppedAt === 0 && resumedAt === 0 && freeUntil === 0 && entry === null) {
      this.#sql.heard.run(...key, lastInboundAt);
      return;
    }
    const times = [lastInboundAt, closedAt, stoppedAt, resumedAt, freeUntil];
    this.#sql.facts.run(...key, ...times, entry?.at ?? 0, entry?.messageId ?? '', entry?.source ?? '');
  }
}

const SOURCES: readonly EntrySource[] = ['ad', 'post'];

function factsOf(row: Row): WindowFacts {
  const at = integer(row, 'entry_at');
  return {
    lastInboundAt: integer(row, 'last_inbound_at'),
    closedAt: integer(row, 'closed_at'),
    stoppedAt: integer(row, 'stopped_at'),
    resumedAt: integer(row, 'resumed_at'),
    freeUntil: integer(row, 'free_until'),
    entry:
      at === 0 || integer(row, 'own_entry') === 0
        ? null
        : { at, source: oneOf(row, 'entry_source', SOURCES), messageId: text(row, 'entry_message_id') },
  };
}
