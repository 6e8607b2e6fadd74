import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Conversation } from '../../domain/conversation.ts';
import type { Loaded, LoadedLog, Needs, OutboxState, StoredMessage, TenantContact } from '../../domain/fold-state.ts';
import type { InboundStatus } from '../../domain/inbound.ts';
import {
  conversationOf,
  integer,
  json,
  messageOf,
  oneOf,
  optionalText,
  tenantContactOf,
  text,
  toColumn,
} from './rows.ts';
import { Amendments } from './sqlite-amendments.ts';
import { IdentityLoader } from './sqlite-identity.ts';
import { LOAD, type Prepared, prepareAll } from './sqlite-statements.ts';

const OUTBOX_STATES: readonly OutboxState['state'][] = ['queued', 'on_wire', 'unconfirmed'];

/** Reads what a fold needs, one statement per table. Runs inside the writer's transaction. */
export class Loader {
  readonly #sql: Prepared<typeof LOAD>;
  readonly #amendments: Amendments;
  readonly #identity: IdentityLoader;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, LOAD);
    this.#amendments = new Amendments(db);
    this.#identity = new IdentityLoader(db);
  }

  load(needs: Needs): Loaded {
    const messages = this.messages([
      ...this.#idsByWhatsappId(needs.whatsappIds),
      ...this.#amendments.ids(needs.amended ?? []),
      ...needs.messageIds.map(({ id }) => id),
    ]);
    // A status follows its message, whoever may use the number meanwhile.
    const tenants = new Set([...needs.tenants, ...messages.map(({ tenantId }) => tenantId)]);
    const logs = this.#logs([...tenants].sort());
    const { aliases, former, contactIds } = this.#people(needs);
    return {
      logs,
      aliases,
      former,
      contacts: this.#contacts(contactIds),
      conversations: this.#conversations(needs, contactIds),
      messages,
      seenKeys: this.#seenKeys(needs.seenKeys),
      parked: this.#parked(needs.parked),
    };
  }

  /** Makes sure that the tenant has a log, so that a place in it can be told before anything is in it. */
  ensureLog(tenantId: string): void {
    this.#logs([tenantId]);
  }

  /** The messages with these ids, of whichever tenant. */
  messages(ids: readonly string[]): StoredMessage[] {
    if (ids.length === 0) return [];
    const wanted = list([...new Set(ids)]);
    const statusKeys = Map.groupBy(this.#sql.statusKeys.all(wanted), (row) => text(row, 'message_id'));
    const outbox = new Map<string, OutboxState>();
    for (const row of this.#sql.outbox.all(wanted)) {
      outbox.set(text(row, 'message_id'), {
        state: oneOf(row, 'state', OUTBOX_STATES),
        attempt: integer(row, 'attempt'),
      });
    }
    return this.#sql.messages.all(wanted).map((row) => {
      const record = messageOf(row);
      const keys = statusKeys.get(record.id) ?? [];
      return {
        tenantId: text(row, 'tenant_id'),
        record,
        statusKeys: keys.map((key) => `${text(key, 'status')}|${text(key, 'participant')}`),
        outbox: outbox.get(record.id) ?? null,
        day: row['day'] === null ? null : integer(row, 'day'),
      };
    });
  }

  #logs(tenants: readonly string[]): LoadedLog[] {
    const found = new Map<string, LoadedLog>();
    for (const row of this.#sql.logs.all(list(tenants))) {
      const tenantId = text(row, 'tenant_id');
      const timeZone = optionalText(row, 'time_zone') ?? 'UTC';
      found.set(tenantId, { tenantId, lastSeq: integer(row, 'last_seq'), timeZone });
    }
    const missing = tenants.filter((tenantId) => !found.has(tenantId));
    for (const tenantId of missing) {
      this.#sql.createLog.run(toColumn(tenantId), randomBytes(9).toString('base64url'));
    }
    return [...found.values(), ...(missing.length === 0 ? [] : this.#logs(missing))];
  }

  /** Who is behind the aliases: now, or for phones that nobody has (of late messages) in former times. */
  #people(needs: Needs): Pick<Loaded, 'aliases' | 'former'> & { contactIds: string[] } {
    const { aliases: asked, contactIds = [], identities = false } = needs;
    const owned = this.#aliases(asked);
    const found = new Set(owned.map(({ tenantId, value }) => `${tenantId}|${value}`));
    const phones = asked.filter(({ kind }) => kind === 'phone');
    const former = this.#identity.former(
      identities ? asked : phones.filter(({ tenantId, value }) => !found.has(`${tenantId}|${value}`)),
    );
    const ids = [...new Set([...owned, ...former].map(({ contactId }) => contactId).concat(contactIds))];
    return { aliases: identities ? this.#identity.aliasesOf(ids) : owned, former, contactIds: ids };
  }

  #conversations({ identities = false, numberIds }: Needs, contactIds: readonly string[]): Conversation[] {
    if (contactIds.length === 0) return [];
    if (identities) return this.#identity.conversationsOf(contactIds);
    if (numberIds.length === 0) return [];
    return this.#sql.conversations.all(list(contactIds), list(numberIds)).map(conversationOf);
  }

  #aliases(aliases: Needs['aliases']): Loaded['aliases'] {
    if (aliases.length === 0) return [];
    const keys = aliases.map(({ tenantId, kind, value }) => [toColumn(tenantId), kind, toColumn(value)]);
    return this.#sql.aliases.all(JSON.stringify(keys)).flatMap((row) => {
      const alias = aliases[integer(row, 'i')];
      return alias === undefined ? [] : [{ ...alias, contactId: text(row, 'contact_id') }];
    });
  }

  #contacts(ids: readonly string[]): TenantContact[] {
    if (ids.length === 0) return [];
    return this.#sql.contacts.all(list(ids)).map(tenantContactOf);
  }

  #idsByWhatsappId(keys: Needs['whatsappIds']): string[] {
    if (keys.length === 0) return [];
    return this.#sql.messageIdsByWhatsappId.all(pairs(keys)).map((row) => text(row, 'id'));
  }

  #seenKeys(keys: readonly string[]): string[] {
    if (keys.length === 0) return [];
    return this.#sql.seenKeys.all(list(keys)).flatMap((row) => keys[integer(row, 'i')] ?? []);
  }

  #parked(keys: Needs['parked']): InboundStatus[] {
    if (keys.length === 0) return [];
    const items = this.#sql.parked.all(pairs(keys)).map((row) => json<InboundStatus>(row, 'item'));
    return items.sort((a, b) => a.at - b.at);
  }
}

function list(ids: readonly string[]): string {
  return JSON.stringify(ids.map(toColumn));
}

function pairs(keys: Needs['whatsappIds']): string {
  return JSON.stringify(keys.map(({ phoneNumberId, whatsappId }) => [toColumn(phoneNumberId), toColumn(whatsappId)]));
}
