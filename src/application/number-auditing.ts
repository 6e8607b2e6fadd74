import { type AuditChanges, type AuditEntry, changesBetween } from '../domain/audit.ts';
import type { Caller, PhoneNumber } from '../domain/tenant.ts';
import type { System } from '../ports/system.ts';
import { auditEntry } from './auditing.ts';

const SETTINGS = ['tenantId', 'phoneNumberId', 'wabaId', 'credentials', 'sharing'] as const;

/** Secrets that came with a change, by name. */
export type GivenSecrets = Readonly<Record<'accessToken' | 'appSecret' | 'verifyToken', string | null>>;

/** The entry of what becomes of a number; of secrets it says only that there are other ones. `after` null: it is removed. */
export function numberEntry(
  system: Pick<System, 'clock' | 'ids'>,
  caller: Caller,
  action: 'phone_number.add' | 'phone_number.assign' | 'phone_number.update' | 'phone_number.remove',
  {
    before,
    after,
    secrets,
  }: {
    readonly before: PhoneNumber | null;
    readonly after: PhoneNumber | null;
    readonly secrets?: GivenSecrets;
  },
): AuditEntry {
  const number = after ?? before;
  const changes: AuditChanges = after === null ? removedOf(before) : changesBetween(before, after, SETTINGS);
  const given = Object.entries(secrets ?? {}).flatMap(([name, secret]) => (secret === null ? [] : [name]));
  const replaced = Object.fromEntries(given.map((name) => [name, { before: null, after: 'set' }]));
  const tenantId = number?.tenantId ?? caller.tenantId;
  return auditEntry(system, caller, action, {
    tenantId,
    target: number?.id ?? null,
    changes: { ...changes, ...replaced },
  });
}

function removedOf(before: PhoneNumber | null): AuditChanges {
  const was = before === null ? {} : changesBetween(null, before, SETTINGS);
  return Object.fromEntries(Object.entries(was).map(([name, { after }]) => [name, { before: after, after: null }]));
}
