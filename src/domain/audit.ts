import type { Json } from './json.ts';
import type { Caller } from './tenant.ts';

/** What is recorded, by stable names: the thing, a dot, what was done to it. Names are added, never changed. */
export const AUDIT_ACTIONS = [
  'tenant.create',
  'tenant.update',
  'api_key.issue',
  'api_key.rotate',
  'api_key.revoke',
  'phone_number.add',
  'phone_number.bind',
  'phone_number.assign',
  'phone_number.update',
  'phone_number.remove',
  'phone_number.set_rate',
  'template.create',
  'template.delete',
  'template.sync',
  'message.cancel',
  'message.resolve',
  'media.retry',
  'unrouted.assign',
  'session.sign_in',
  'session.sign_out',
  'session.refused',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/**
 * `done` stands with what it records in one transaction. What happens elsewhere is recorded twice: as `started` before it,
 * so that it cannot happen unrecorded, and with what became of it after.
 */
export const AUDIT_RESULTS = ['done', 'started', 'refused', 'unconfirmed'] as const;
export type AuditResult = (typeof AUDIT_RESULTS)[number];

/** Who did it. */
export interface Actor {
  /** `nobody` for whoever could not say who they are. */
  readonly role: Caller['kind'] | 'nobody';
  /** `key_…`; null for the master key. */
  readonly keyId: string | null;
  readonly keyName: string | null;
  /** Signed in to the dashboard, rather than with the key itself. */
  readonly session: boolean;
  /** The tenant for whom it was done. */
  readonly tenantId: string;
}

/** One line of the audit log; never changed. */
export interface AuditEntry {
  /** `aud_…` */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Whose thing it was. */
  readonly tenantId: string;
  readonly actor: Actor;
  /** The client's address; null when it is not known. */
  readonly address: string | null;
  readonly action: AuditAction;
  /** The id of what it was done to. */
  readonly target: string | null;
  /** By setting. Holds no secret, no token and nothing that anybody wrote in a message. */
  readonly changes: AuditChanges;
  readonly result: AuditResult;
}

/** Null where there was or is nothing. */
export type AuditChanges = Readonly<Record<string, { readonly before: Json; readonly after: Json }>>;

/** An entry with its place in the log. */
export interface AuditRecord extends AuditEntry {
  readonly seq: number;
}

/** A key as the log names it: the master key by no id, since its credential's name says something of its hash. */
export function actorOf(caller: Caller): Actor {
  const { kind, credential, keyName, session, tenantId } = caller;
  const keyId = kind === 'operator' ? null : credential;
  return { role: kind, keyId, keyName, session: session !== undefined, tenantId };
}

/** What differs between two states of a thing, of the settings named; `before` is null for a new one. */
export function changesBetween<T extends object>(
  before: T | null,
  after: T,
  settings: readonly (keyof T & string)[],
): AuditChanges {
  const changes: Record<string, { before: Json; after: Json }> = {};
  for (const name of settings) {
    const [was, is] = [before === null ? null : plain(before[name]), plain(after[name])];
    if (JSON.stringify(was) !== JSON.stringify(is)) changes[name] = { before: was, after: is };
  }
  return changes;
}

/** Settings are made of what JSON is made of. */
function plain(value: unknown): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json);
}
