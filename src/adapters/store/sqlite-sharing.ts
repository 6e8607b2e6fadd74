import type { DatabaseSync } from 'node:sqlite';
import { aliasesOf, NOBODY } from '../../domain/contact.ts';
import type { WriterRow } from '../../domain/fold-state.ts';
import type { RoutedItem } from '../../domain/inbound.ts';
import {
  needsOfSharing,
  type SharingFacts,
  type SharingNeeds,
  shareItems,
  type UnansweredSend,
} from '../../domain/sharing.ts';
import type { Tenant } from '../../domain/tenant.ts';
import { contactOf, integer, oneOf, phoneNumberOf, type Row, text, toColumn } from './rows.ts';
import { type Prepared, prepareAll } from './sqlite-statements.ts';

const READ = {
  numbers: 'SELECT * FROM phone_numbers WHERE phone_number_id IN (SELECT value FROM json_each(?))',
  messages: `SELECT j.key AS i, m.tenant_id FROM json_each(?) j CROSS JOIN messages m
    ON m.whatsapp_id = j.value ->> 1 AND m.phone_number_id = j.value ->> 0 AND m.whatsapp_id <> ''`,
  unanswered: `SELECT m.id, m.tenant_id, m.phone_number_id, m.contact_id, c.profile FROM json_each(?) j
    CROSS JOIN messages m ON m.id = j.value AND m.whatsapp_id = '' CROSS JOIN contacts c ON c.id = m.contact_id`,
  writers: `SELECT j.key AS i, w.tenant_id, w.wrote_at FROM json_each(?) j CROSS JOIN writers w
    ON w.phone_number_id = j.value ->> 0 AND w.person = j.value ->> 1`,
  tenants: 'SELECT id, kind FROM tenants WHERE id IN (SELECT value FROM json_each(?))',
} as const;

const SAVE = {
  writer: `INSERT INTO writers (phone_number_id, person, tenant_id, wrote_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (phone_number_id, person, tenant_id) DO UPDATE SET wrote_at = max(wrote_at, excluded.wrote_at)`,
  // By place, since an index by time would be moved by every send.
  last: `SELECT phone_number_id, person, tenant_id FROM writers WHERE (phone_number_id, person, tenant_id) > (?, ?, ?)
    ORDER BY phone_number_id, person, tenant_id LIMIT 1 OFFSET ?`,
  prune: `DELETE FROM writers WHERE (phone_number_id, person, tenant_id) > (?, ?, ?)
    AND (phone_number_id, person, tenant_id) <= (?, ?, ?) AND wrote_at < ?`,
  pruneRest: 'DELETE FROM writers WHERE (phone_number_id, person, tenant_id) > (?, ?, ?) AND wrote_at < ?',
} as const;

/** Rows that one helping looks at. */
const PRUNE_AT_ONCE = 1_000;

/** The key of a row: number, person, tenant. */
export type WriterPlace = readonly [phoneNumberId: string, person: string, tenantId: string];

const KINDS: readonly Tenant['kind'][] = ['standard', 'direct'];

/** Finds whose the items of shared numbers are. Runs inside the writer's transaction. */
export class Sharing {
  readonly #sql: Prepared<typeof READ>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, READ);
  }

  /** Reads nothing when no item is of a shared number, and else each table once. */
  share(routed: readonly RoutedItem[]): readonly RoutedItem[] {
    const needs = needsOfSharing(routed);
    return needs === null ? routed : shareItems(routed, this.#facts(needs));
  }

  #facts({ phoneNumberIds, whatsappIds, messageIds, people }: SharingNeeds): SharingFacts {
    const sql = this.#sql;
    const numbers = sql.numbers.all(list(phoneNumberIds)).map(phoneNumberOf);
    const keys = whatsappIds.map((one) => [toColumn(one.phoneNumberId), toColumn(one.whatsappId)]);
    const messages = sql.messages.all(JSON.stringify(keys)).flatMap((row) => {
      const key = whatsappIds[integer(row, 'i')];
      return key === undefined ? [] : [{ ...key, tenantId: text(row, 'tenant_id') }];
    });
    const unanswered = messageIds.length === 0 ? [] : sql.unanswered.all(list(messageIds)).map(unansweredOf);
    const persons = people.map((one) => [toColumn(one.phoneNumberId), toColumn(one.person)]);
    const writers = sql.writers.all(JSON.stringify(persons)).flatMap((row) => {
      const person = people[integer(row, 'i')];
      const wrote = { tenantId: text(row, 'tenant_id'), wroteAt: integer(row, 'wrote_at') };
      return person === undefined ? [] : [{ ...person, ...wrote }];
    });
    const named = new Set([...messages, ...unanswered, ...writers].map(({ tenantId }) => tenantId));
    for (const { tenantId, sharing } of numbers) named.add(sharing?.defaultTenantId ?? tenantId);
    const tenants = sql.tenants
      .all(list([...named]))
      .map((row) => ({ id: text(row, 'id'), kind: oneOf(row, 'kind', KINDS) }));
    return { numbers, messages, unanswered, writers, tenants };
  }
}

/** Notes who wrote to whom, and forgets it. Runs inside the writer's transaction. */
export class WriterNotes {
  readonly #sql: Prepared<typeof SAVE>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, SAVE);
  }

  note({ phoneNumberId, person, tenantId, wroteAt }: WriterRow): void {
    this.#sql.writer.run(toColumn(phoneNumberId), toColumn(person), toColumn(tenantId), wroteAt);
  }

  /** Looks at one bounded helping after a place and deletes what is older (epoch ms). Null: there is no more. */
  prune(before: number, after: WriterPlace): WriterPlace | null {
    const row = this.#sql.last.get(...after, PRUNE_AT_ONCE - 1);
    if (row === undefined) {
      this.#sql.pruneRest.run(...after, before);
      return null;
    }
    const last = [text(row, 'phone_number_id'), text(row, 'person'), text(row, 'tenant_id')] as const;
    this.#sql.prune.run(...after, ...last, before);
    return last;
  }
}

function list(ids: readonly string[]): string {
  return JSON.stringify(ids.map(toColumn));
}

function unansweredOf(row: Row): UnansweredSend {
  const who = contactOf(row);
  return {
    messageId: text(row, 'id'),
    tenantId: text(row, 'tenant_id'),
    phoneNumberId: text(row, 'phone_number_id'),
    people: aliasesOf({ ...NOBODY, ...who }).map(({ value }) => value),
  };
}
