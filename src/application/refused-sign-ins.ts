import type { ApiKey } from '../domain/api-key.ts';
import type { AuditChanges } from '../domain/audit.ts';
import { HOME_TENANT } from '../domain/tenant.ts';
import type { AuditStore } from '../ports/audit.ts';
import type { System } from '../ports/system.ts';
import { entryBy } from './auditing.ts';

/** Over all addresses: the audit log is kept for ever, so strangers must not fill it. */
const RECORDED_PER_MINUTE = 20;
const MINUTE_MS = 60 * 1000;

/** Records sign-ins that were refused: the first of each minute; the next one recorded tells how many were not. */
export class RefusedSignIns {
  readonly #audit: Pick<AuditStore, 'add'>;
  readonly #system: Pick<System, 'clock' | 'ids' | 'log'>;
  #minute = 0;
  #recorded = 0;
  #left = 0;

  constructor(audit: Pick<AuditStore, 'add'>, system: Pick<System, 'clock' | 'ids' | 'log'>) {
    this.#audit = audit;
    this.#system = system;
  }

  /** `key` when it is one of ours that may not be used now or from there. Never rejects. */
  async record(address: string, reason: string, key: ApiKey | null): Promise<void> {
    const minute = Math.floor(this.#system.clock.now() / MINUTE_MS);
    if (minute !== this.#minute) this.#recorded = 0;
    this.#minute = minute;
    if (this.#recorded >= RECORDED_PER_MINUTE) {
      this.#left += 1;
      return;
    }
    this.#recorded += 1;
    const changes: AuditChanges = {
      reason: { before: null, after: reason },
      ...(this.#left > 0 && { notRecorded: { before: null, after: this.#left } }),
    };
    this.#left = 0;
    const tenantId = key?.tenantId ?? HOME_TENANT;
    const who = key === null ? NOBODY : ({ role: 'tenant', keyId: key.id, keyName: key.name, session: false } as const);
    const actor = { ...who, tenantId, address: address === '' ? null : address };
    const entry = entryBy(this.#system, actor, 'session.refused', {
      target: key?.id ?? null,
      changes,
      result: 'refused',
    });
    try {
      await this.#audit.add(entry);
    } catch (error) {
      this.#system.log.warn('a refused sign-in could not be recorded', { error });
    }
  }
}

const NOBODY = { role: 'nobody', keyId: null, keyName: null, session: false } as const;
