import type { DatabaseSync } from 'node:sqlite';
import type { PhoneNumber } from '../../domain/tenant.ts';
import type { SealedCredentials } from '../../ports/credential-store.ts';
import type { Sealed } from '../../ports/secrets.ts';
import { phoneNumberOf, text, toColumn, toOptionalColumn } from './rows.ts';
import { type Prepared, prepareAll, RECORDS } from './sqlite-statements.ts';

const WRITE = {
  register: `INSERT INTO phone_numbers (id, tenant_id, phone_number_id, display, waba_id, credentials, sharing,
      verified_name, quality) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (phone_number_id) DO UPDATE SET
      display = CASE display WHEN '' THEN excluded.display ELSE display END,
      waba_id = coalesce(waba_id, excluded.waba_id),
      credentials = CASE excluded.credentials WHEN 'master' THEN 'master' ELSE credentials END
    WHERE tenant_id = excluded.tenant_id`,
  bind: `INSERT INTO phone_numbers (id, tenant_id, phone_number_id, display, waba_id, credentials, sharing,
      verified_name, quality) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (phone_number_id) DO NOTHING`,
  put: `INSERT INTO phone_numbers (id, tenant_id, phone_number_id, display, waba_id, credentials, sharing,
      verified_name, quality) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (phone_number_id) DO UPDATE SET display = excluded.display, waba_id = excluded.waba_id,
      credentials = excluded.credentials, sharing = excluded.sharing, verified_name = excluded.verified_name,
      quality = excluded.quality
    WHERE tenant_id = excluded.tenant_id AND id = excluded.id`,
  assign: 'UPDATE phone_numbers SET tenant_id = ?, sharing = ? WHERE tenant_id = ? AND id = ?',
  byMetaId: RECORDS.number,
  setRate: 'UPDATE phone_numbers SET messages_per_second = ? WHERE tenant_id = ? AND id = ?',
  describe: `UPDATE phone_numbers SET display = ?, verified_name = coalesce(?, verified_name),
    quality = coalesce(?, quality) WHERE tenant_id = ? AND id = ?`,
  remove: 'DELETE FROM phone_numbers WHERE tenant_id = ? AND id = ?',
  seal: `INSERT INTO number_credentials (number_id, tenant_id, key_id, wrap, box) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (number_id) DO UPDATE SET tenant_id = excluded.tenant_id, key_id = excluded.key_id,
    wrap = excluded.wrap, box = excluded.box`,
  rewrap: `UPDATE number_credentials SET key_id = ?, wrap = ?
    WHERE tenant_id = ? AND number_id = ? AND key_id = ? AND box = ?`,
  destroy: 'DELETE FROM number_credentials WHERE tenant_id = ? AND number_id = ?',
} as const;

const READ = {
  credentials: 'SELECT number_id, tenant_id, key_id, wrap, box FROM number_credentials ORDER BY number_id',
} as const;

/** Writes of numbers and of their sealed credentials. */
export class NumberWriter {
  readonly #sql: Prepared<typeof WRITE>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, WRITE);
  }

  registerNumber(number: PhoneNumber): PhoneNumber {
    this.#sql.register.run(...columnsOf(number));
    return this.#standing(number);
  }

  bindNumber(number: PhoneNumber): { number: PhoneNumber; changed: boolean } {
    const { changes } = this.#sql.bind.run(...columnsOf(number));
    return { number: this.#standing(number), changed: changes === 1 };
  }

  describeNumber(tenantId: string, id: string, display: string, name: string | null, quality: string | null): void {
    const told = [toColumn(display), toOptionalColumn(name), toOptionalColumn(quality)];
    this.#sql.describe.run(...told, toColumn(tenantId), toColumn(id));
  }

  setNumberRate(tenantId: string, id: string, messagesPerSecond: number | null): void {
    this.#sql.setRate.run(messagesPerSecond, toColumn(tenantId), toColumn(id));
  }

  assignNumber(tenantId: string, id: string, to: Pick<PhoneNumber, 'tenantId' | 'sharing'>): void {
    const place = [toColumn(tenantId), toColumn(id)] as const;
    const { changes } = this.#sql.assign.run(toColumn(to.tenantId), to.sharing && JSON.stringify(to.sharing), ...place);
    // Sealed for another tenant they would not open, and they were never that one's.
    if (changes === 1 && to.tenantId !== tenantId) this.#sql.destroy.run(...place);
  }

  removeNumber(tenantId: string, id: string): void {
    const place = [toColumn(tenantId), toColumn(id)] as const;
    this.#sql.remove.run(...place);
    this.#sql.destroy.run(...place);
  }

  putCredentials(number: PhoneNumber, { keyId, wrap, box }: Sealed): PhoneNumber {
    const { changes } = this.#sql.put.run(...columnsOf(number));
    if (changes === 1) this.#sql.seal.run(toColumn(number.id), toColumn(number.tenantId), keyId, wrap, box);
    return this.#standing(number);
  }

  rewrapCredentials(tenantId: string, numberId: string, keyId: string, sealed: Sealed): void {
    const place = [toColumn(tenantId), toColumn(numberId), keyId, sealed.box];
    this.#sql.rewrap.run(sealed.keyId, sealed.wrap, ...place);
  }

  #standing({ phoneNumberId }: PhoneNumber): PhoneNumber {
    const row = this.#sql.byMetaId.get(toColumn(phoneNumberId));
    if (row === undefined) throw new Error(`The number ${phoneNumberId} was not written.`);
    return phoneNumberOf(row);
  }
}

/** Reads of the latter. */
export class CredentialReads {
  readonly #sql: Prepared<typeof READ>;

  constructor(db: DatabaseSync) {
    this.#sql = prepareAll(db, READ);
  }

  all(): SealedCredentials[] {
    return this.#sql.credentials.all().map((row) => ({
      tenantId: text(row, 'tenant_id'),
      numberId: text(row, 'number_id'),
      sealed: { keyId: text(row, 'key_id'), wrap: text(row, 'wrap'), box: text(row, 'box') },
    }));
  }
}

function columnsOf(number: PhoneNumber): (string | null)[] {
  const { id, tenantId, phoneNumberId, display, wabaId, credentials, sharing, verifiedName, quality } = number;
  return [
    ...[id, tenantId, phoneNumberId, display].map(toColumn),
    ...[toOptionalColumn(wabaId), credentials, sharing && JSON.stringify(sharing)],
    ...[toOptionalColumn(verifiedName ?? null), toOptionalColumn(quality ?? null)],
  ];
}
