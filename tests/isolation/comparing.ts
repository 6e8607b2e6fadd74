import { DatabaseSync } from 'node:sqlite';
import { decodeCursor, encodeCursor } from '../../src/domain/event.ts';
import type { Kind, Side } from './tenant-story.ts';
import type { World } from './world.ts';

/** What a caller can see of an answer. */
export interface Seen {
  readonly status: number | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Of no consequence: they differ from answer to answer, whoever asks for what. */
const PASSING = ['date', 'content-length', 'x-request-id', 'connection', 'keep-alive', 'transfer-encoding'];

export async function seenOf(response: Response): Promise<Seen> {
  const headers = [...response.headers].filter(([name]) => !PASSING.includes(name));
  return { status: response.status, headers: Object.fromEntries(headers), body: await response.text() };
}

/** A well-formed id of the same kind that nobody has: letters and digits of a tenant's id moved on in their alphabets. */
export function strangerOf(kind: Kind, { ids }: Side): string {
  const id = ids[kind];
  const position = kind === 'cursor' ? decodeCursor(id) : null;
  if (position !== null) {
    return encodeCursor({ ...position, tenantId: moved(position.tenantId), epoch: moved(position.epoch) });
  }
  return moved(id);
}

function moved(id: string): string {
  const [fixed = ''] = /^(?:[a-z]{3,4}_|c4n4ry_|wamid\.|\+96477|\+96478|IQ\.|1)/.exec(id) ?? [];
  return fixed + id.slice(fixed.length).replace(/[a-fA-F\d]/g, (sign) => NEXT.get(sign) ?? sign);
}

/** Within what hexadecimal has, so that a UUID stays one. */
const NEXT = new Map(
  ['0123456789', 'abcdef', 'ABCDEF'].flatMap((signs) =>
    [...signs].map((sign, at): [string, string] => [sign, signs[(at + 1) % signs.length] ?? sign]),
  ),
);

/** An answer in which the id that was asked for, and all that is new with every call, is called by what it is. */
export function compared(seen: Seen, given: string, sides: readonly Side[]): string {
  let text = JSON.stringify([seen.status, seen.headers ?? {}, seen.body]);
  const name = (id: string, as: string) => {
    // Phones also stand without their plus.
    for (const form of [id, encodeURIComponent(id), JSON.stringify(id).slice(1, -1), id.replace(/^\+/, '')]) {
      text = text.replaceAll(form, as).replaceAll(JSON.stringify(form).slice(1, -1), as);
    }
  };
  name(given, '‹given›');
  for (const side of sides) {
    for (const [kind, id] of Object.entries(side.ids)) if (id !== '') name(id, `‹${side.name} ${kind}›`);
  }
  return text
    .replace(/\b(msg|conv|con|med|key|ten|raw|num)_[\da-z]{15,26}\b/g, '‹new $1›')
    .replace(/dk_(?:test|live)_\w+/g, '‹new key›')
    .replace(/wamid\.[\w+/=]+/g, '‹new wamid›')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '‹time›')
    .replace(/\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b/g, '‹new uuid›')
    .replace(/(fbtraceId|fbtrace_id)[\\":]+[\w+/=-]+/g, '$1 ‹new›')
    .replace(/[\w-]{40,200}/g, (word) => {
      const position = decodeCursor(word);
      if (position === null) return word;
      const owner = sides.find(({ tenantId }) => tenantId === position.tenantId);
      return `‹cursor of ${owner?.name ?? 'a stranger'}›`;
    });
}

/**
 * All that the store has of a tenant, its log included, by table; but for when its keys and sessions were last used, and
 * the search index, which is made when nothing else is to do.
 */
export function rowsOf({ storePath }: World, { ids, tenantId }: Side): Readonly<Record<string, readonly object[]>> {
  using store = new DatabaseSync(storePath, { readOnly: true });
  const tables = store.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%tenant_id%'").all();
  const owned = tables.flatMap(({ name }): [string, readonly object[]][] => {
    if (String(name).startsWith('search_')) return [];
    const rows = store.prepare(`SELECT * FROM ${name} WHERE tenant_id = ?`).all(tenantId);
    return [[String(name), rows.map(({ last_used_at: _used, ...row }) => row)]];
  });
  return {
    ...Object.fromEntries(owned),
    tenants: store.prepare('SELECT * FROM tenants WHERE id = ?').all(tenantId),
    templates: store.prepare('SELECT * FROM templates WHERE waba_id = ?').all(ids.waba),
  };
}
