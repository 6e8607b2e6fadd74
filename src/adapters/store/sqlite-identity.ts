import type { DatabaseSync } from 'node:sqlite';
import { ALIAS_KINDS } from '../../domain/contact.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type {
  CarriedWindows,
  Changes,
  ContactMerge,
  FormerAlias,
  Loaded,
  TenantAlias,
} from '../../domain/fold-state.ts';
import { conversationOf, integer, oneOf, text, toColumn } from './rows.ts';
import { type Prepared, prepareAll } from './sqlite-statements.ts';
import { IDENTITY_CHANGES, LOAD_IDENTITY } from './statements-identity.ts';

/** Reads what a change of somebody's identity needs beside the rest. */
export class IdentityLoader {
  readonly #sql: Prepared<typeof LOAD_IDENTITY>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, LOAD_IDENTITY);
  }

  /** Who had these aliases. */
  former(aliases: readonly TenantAlias[]): FormerAlias[] {
    if (aliases.length === 0) return [];
    const keys = aliases.map(({ tenantId, kind, value }) => [toColumn(tenantId), kind, toColumn(value)]);
    return this.#sql.former.all(JSON.stringify(keys)).flatMap((row) => {
      const alias = aliases[integer(row, 'i')];
      return alias === undefined
        ? []
        : [{ ...alias, contactId: text(row, 'contact_id'), until: integer(row, 'until') }];
    });
  }

  aliasesOf(contactIds: readonly string[]): Loaded['aliases'] {
    return this.#sql.aliasesOfContacts.all(JSON.stringify(contactIds)).map((row) => ({
      tenantId: text(row, 'tenant_id'),
      kind: oneOf(row, 'kind', ALIAS_KINDS),
      value: text(row, 'value'),
      contactId: text(row, 'contact_id'),
    }));
  }

  conversationsOf(contactIds: readonly string[]): Conversation[] {
    return this.#sql.conversationsOfContacts.all(JSON.stringify(contactIds)).map(conversationOf);
  }
}

/** Writes that people are one, and that they have other ids. Runs inside the writer's transaction. */
export class IdentitySaver {
  readonly #sql: Prepared<typeof IDENTITY_CHANGES>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, IDENTITY_CHANGES);
  }

  /** Before anything else of the same changes is written, so that it finds what is left. */
  begin({ merges, releasedAliases, former }: Pick<Changes, 'merges' | 'releasedAliases' | 'former'>): void {
    for (const merge of merges) this.#merge(merge);
    for (const { tenantId, kind, value } of releasedAliases) {
      this.#sql.release.run(toColumn(tenantId), kind, toColumn(value));
    }
    for (const one of former) this.#addFormer(one);
  }

  /** After everything else. */
  end(carried: readonly CarriedWindows[]): void {
    for (const { contactId, from, to, forget } of carried) {
      const values = (list: readonly string[]) => JSON.stringify(list.map(toColumn));
      this.#sql.carryWindows.run(contactId, values(from), values(to));
      this.#sql.carryWriters.run(contactId, values(from), values(to));
      if (forget.length === 0) continue;
      this.#sql.forgetWindows.run(contactId, values(forget));
      this.#sql.forgetWriters.run(contactId, values(forget));
    }
  }

  #addFormer({ tenantId, kind, value, until, contactId }: FormerAlias): void {
    this.#sql.former.run(toColumn(tenantId), kind, toColumn(value), until, contactId);
  }

  #merge({ from, into, conversations }: ContactMerge): void {
    const sql = this.#sql;
    for (const pair of conversations) this.#mergeConversations(pair.from, pair.into, into);
    sql.messagesChangeHands.run(into, from);
    sql.conversationsChangeHands.run(into, from);
    sql.historyChangesHands.run(into, from);
    sql.dropContact.run(from);
    this.#redirect(from, into);
  }

  /**
   * Nothing unread becomes read by it: the mark comes to stand before the oldest unread message of either. With many
   * messages this costs time in proportion; the one that is given up is the younger, which mostly holds few.
   */
  #mergeConversations(from: string, into: string, contactId: string): void {
    const sql = this.#sql;
    const both = sql.conversations.all(from, into).map(conversationOf);
    const newest = both.reduce((a, b) => (b.lastSeq > a.lastSeq ? b : a));
    const firstUnread = sql.firstUnread.get(from, into)?.['seq'];
    sql.moveMessages.run(into, contactId, from);
    sql.moveOutbox.run(into, from);
    const readSeq =
      typeof firstUnread === 'number'
        ? integer(sql.lastReadBefore.get(into, firstUnread) ?? {}, 'seq')
        : Math.max(...both.map((one) => one.readSeq));
    const unread = integer(sql.unread.get(into, readSeq) ?? {}, 'unread');
    sql.dropConversation.run(from);
    sql.standing.run(unread, readSeq, newest.lastSeq, newest.lastMessageId, into);
    this.#redirect(from, into);
  }

  /** Whatever led to the one that is given up leads on, so that no way is longer than one step. */
  #redirect(from: string, into: string): void {
    this.#sql.forward.run(into, from);
    this.#sql.redirect.run(from, into);
  }
}
