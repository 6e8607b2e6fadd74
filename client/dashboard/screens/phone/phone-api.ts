/** A person of the sandbox. Somebody known only by a user id has no phone. */
export interface Person {
  readonly phone: string | null;
  readonly userId: string | null;
  readonly username: string | null;
  readonly name: string;
}

export interface KnownPerson extends Person {
  /** What they do that others do not, in English. */
  readonly does: string;
}

export interface ShownFile {
  /** image, video, audio, document or sticker. */
  readonly kind: string;
  /** Of this server; null for a file that lies elsewhere (`link`). */
  readonly url: string | null;
  readonly link: string | null;
  readonly filename: string | null;
}

export interface ShownButton {
  /** quick_reply, reply, row, url, phone_number, copy_code, flow … */
  readonly kind: string;
  readonly text: string;
  /** Null for what only opens something. */
  readonly press: object | null;
  readonly description: string | null;
  readonly value: string | null;
}

export interface ShownContent {
  readonly header: string | null;
  readonly file: ShownFile | null;
  readonly text: string | null;
  readonly footer: string | null;
  readonly buttons: readonly ShownButton[];
  /** The words on the button that opens its list of rows. */
  readonly list: string | null;
  readonly cards: readonly ShownContent[];
  readonly raw: unknown;
}

export interface Bubble {
  readonly id: string;
  readonly from: 'business' | 'person';
  /** ISO 8601. */
  readonly at: string;
  readonly type: string;
  readonly content: ShownContent;
  readonly quotes: string | null;
  readonly readAt: string | null;
  readonly deleted: boolean;
  readonly reactions: { readonly business: string | null; readonly person: string | null };
}

export interface Thread {
  readonly person: Person;
  readonly business: { readonly id: string; readonly number: string };
  readonly version: number;
  readonly typing: boolean;
  readonly messages: readonly Bubble[];
}

/** Which phone: whose, and with which of our numbers (Meta's id; null for the first) its chat is open. */
export interface PhoneOf {
  readonly who: string;
  readonly to: string | null;
}

/** What a person writes, or does to a message. `type` with its object as Meta has it. */
export type Written =
  | { readonly text: string; readonly replyTo?: string }
  | { readonly type: 'reaction'; readonly reaction: { readonly message_id: string; readonly emoji: string } }
  | { readonly type: 'location'; readonly location: { readonly latitude: number; readonly longitude: number } }
  | Attached;

export interface Attached {
  readonly type: 'image' | 'video' | 'audio' | 'document';
  readonly file: { readonly base64: string; readonly mimeType: string; readonly filename?: string };
  readonly image?: { readonly caption: string };
  readonly video?: { readonly caption: string };
  readonly document?: { readonly caption: string };
}

/** At the most; the sandbox waits no longer than 25 seconds. */
const WAIT_SECONDS = 20;

export async function people(): Promise<readonly KnownPerson[]> {
  const answer: { readonly people: readonly KnownPerson[] } = await call('GET', '/sandbox/people');
  return answer.people;
}

/** What the phone shows; with `after`, once that is more than it was then, or after 20 seconds. */
export async function thread({ to, who }: PhoneOf, after: number | null, signal: AbortSignal): Promise<Thread> {
  const query = new URLSearchParams({
    ...(to === null ? {} : { to }),
    ...(after === null ? {} : { after: String(after), wait: String(WAIT_SECONDS) }),
  });
  return call('GET', `/sandbox/phones/${encodeURIComponent(who)}?${query}`, undefined, signal);
}

/** Resolves once the message is on its way. `name` is how a person new to the sandbox is called. */
export async function write({ to, who }: PhoneOf, written: Written, name: string | null): Promise<void> {
  await call('POST', '/sandbox/messages', {
    from: who,
    ...(to === null ? {} : { to }),
    ...(name === null ? {} : { name }),
    ...written,
  });
}

/** `button` is its place among the message's, `card` its card's in a carousel. */
export async function press({ to, who }: PhoneOf, message: string, button: number, card: number | null): Promise<void> {
  const place = card === null ? { button } : { button, card };
  const body = { message, ...place, ...(to === null ? {} : { to }) };
  await call('POST', `/sandbox/phones/${encodeURIComponent(who)}/press`, body);
}

/** What the sandbox says of what it does not do, in English. */
export class SandboxRefusal extends Error {}

async function call<T>(method: string, path: string, body?: object, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(path, {
    method,
    cache: 'no-store',
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (answer.ok) return answer.json();
  const refused: unknown = await answer.json().catch(() => null);
  const says = typeof refused === 'object' && refused !== null && 'error' in refused ? refused.error : null;
  if (answer.status === 400 && typeof says === 'string') throw new SandboxRefusal(says);
  throw new Error(`The gateway answered ${answer.status}.`);
}
