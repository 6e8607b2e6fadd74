import type { AuditEntry } from '../domain/audit.ts';
import type { MediaRecord, MediaSettlement, MetaCopy } from '../domain/media.ts';
import type { Message } from '../domain/message.ts';

/** What is known of media files; their bytes are elsewhere. */
export interface MediaStore {
  /** Keeps an upload. */
  add(record: MediaRecord): Promise<void>;
  /** Null for what is not there or not this tenant's. */
  get(tenantId: string, id: string): Promise<MediaRecord | null>;
  /** Whether this is Meta's id of a file that the tenant uploaded for the number (Meta's id), or was sent there. */
  isAtMeta(tenantId: string, phoneNumberId: string, metaId: string): Promise<boolean>;
  /** Where an upload stands at Meta for one more number, or anew for one that it stood at before. */
  addCopy(tenantId: string, id: string, phoneNumberId: string, copy: MetaCopy): Promise<void>;
  /**
   * Has the file of a message fetched at once: one that failed is pending again, with its attempts forgotten. One that is
   * ready stays so. Null when this tenant has no such message, or it has no file of its own.
   */
  retry(tenantId: string, messageId: string, now: number, entry?: AuditEntry): Promise<Message | null>;

  /* The rest is for the fetch loop alone, which serves every tenant. */

  /** Pending files that are due, oldest first, of each tenant at most `perTenant`; those with an id in `except` left out. */
  due(now: number, limit: number, perTenant: number, except: readonly string[]): Promise<readonly MediaRecord[]>;
  /** When the next pending file becomes due, later than `after` (epoch ms); null when none waits. */
  nextDue(after: number): Promise<number | null>;
  /**
   * Writes what became of an attempt, into the message of the file too; `message_media` tells READY and FAILED, in the
   * same transaction. An attempt that began before the row last changed (`attempts`) is ignored. True when something was told.
   */
  settle(tenantId: string, id: string, attempts: number, settlement: MediaSettlement, now: number): Promise<boolean>;
}
