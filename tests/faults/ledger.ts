import { DatabaseSync } from 'node:sqlite';
import { storePath } from './gateway-process.ts';

/** An event in the words that the stored log and every transport share. */
export interface Line {
  readonly type: string;
  readonly messageId: string;
  /** Of a status event; '' otherwise. */
  readonly status: string;
  /** Of a message; status events tell '' on every transport. */
  readonly text: string;
}

export function lineOf(event: {
  readonly type: string;
  readonly status?: string | null | undefined;
  readonly message?: { readonly id?: string; readonly text?: string | null } | null | undefined;
}): Line {
  const type = event.type.toLowerCase();
  const isStatus = type === 'message_status';
  return {
    type,
    messageId: event.message?.id ?? '',
    status: isStatus ? (event.status ?? '') : '',
    text: isStatus ? '' : (event.message?.text ?? ''),
  };
}

/** What is on disk, read from the file itself and not through the gateway: the log, in order. */
export function storedLines(folder: string): Line[] {
  const db = new DatabaseSync(storePath(folder), { readOnly: true });
  try {
    const rows = db.prepare("SELECT body FROM events WHERE tenant_id = 'dijla' ORDER BY seq").all();
    return rows.map(({ body }) => lineOf(JSON.parse(String(body))));
  } finally {
    db.close();
  }
}

/** Names of inbound messages, as often as they occur. */
export function inboundNames(lines: readonly Line[]): string[] {
  return lines.filter(({ type }) => type === 'inbound_message').map(({ text }) => text);
}

export interface Difference {
  readonly lost: number;
  readonly duplicates: number;
  /** True when the same things were there in another order. */
  readonly disordered: boolean;
}

/** Compares what must be there with what is. `ordered`: in that very order. */
export function difference(expected: readonly string[], found: readonly string[], ordered: boolean): Difference {
  const counts = new Map<string, number>();
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) + 1);
  const wanted = new Map<string, number>();
  for (const one of expected) wanted.set(one, (wanted.get(one) ?? 0) + 1);
  let lost = 0;
  for (const [one, times] of wanted) lost += Math.max(0, times - (counts.get(one) ?? 0));
  let duplicates = 0;
  for (const [one, times] of counts) duplicates += Math.max(0, times - Math.max(1, wanted.get(one) ?? 0));
  const disordered = ordered && lost === 0 && duplicates === 0 && expected.some((one, i) => found[i] !== one);
  return { lost, duplicates, disordered };
}

export function textOfLine({ type, messageId, status, text }: Line): string {
  return `${type} ${messageId} ${status} ${text}`;
}
