import { eachOf } from './concurrency.ts';
import type { Consumer } from './consumers.ts';
import type { Line } from './ledger.ts';
import type { World } from './world.ts';

/** A number that the gateway knows from callers' own credentials alone. */
const DIRECT_NUMBER_ID = '300000000000003';
const WIDTH = 8;

/** A message that a caller wants sent; its text is its name. Each goes to a person of its own. */
export interface Intent {
  readonly name: string;
  readonly to: string;
  /** With a key the caller tries again after a lost answer. */
  readonly key: string | null;
  readonly direct: boolean;
  readonly wait: boolean;
}

/** Probabilities. */
export interface Mix {
  readonly key: number;
  readonly direct: number;
  readonly wait: number;
}
const MIXED: Mix = { key: 2 / 3, direct: 0.2, wait: 0.3 };
/** Queued, without a key. */
export const PLAIN: Mix = { key: 0, direct: 0, wait: 0 };
/** Queued, and callers try again. */
export const KEYED: Mix = { key: 1, direct: 0, wait: 0 };

/** Callers who send, and what they were told. */
export class SendsLoad {
  readonly #world: World;
  readonly intents: Intent[] = [];
  /** By name, the message that an answer named. */
  readonly told = new Map<string, string>();
  /** Keys that stood for two messages. */
  forked = 0;
  readonly #unanswered = new Set<Intent>();

  constructor(world: World) {
    this.#world = world;
  }

  /** So many new messages; the mix says how many come with a key, with credentials of their own, and waiting. */
  plan(count: number, mix: Mix = MIXED): Intent[] {
    const { random } = this.#world;
    const planned = Array.from({ length: count }, (_, i): Intent => {
      const n = this.intents.length + i;
      const direct = random.chance(mix.direct);
      const key = random.chance(mix.key) ? `key-${n}` : null;
      const wait = direct || random.chance(mix.wait);
      return { name: `out-${n}`, to: `+964771${String(1_000_000 + n)}`, key, direct, wait };
    });
    this.intents.push(...planned);
    return planned;
  }

  /** Asks for all of them. Callers with a key whose answer was lost earlier ask again. */
  async send(intents: readonly Intent[]): Promise<void> {
    const again = [...this.#unanswered].filter(({ key }) => key !== null);
    await eachOf([...again, ...intents], WIDTH, (intent) => this.#ask(intent));
  }

  async #ask(intent: Intent): Promise<void> {
    const { name, to, key, direct, wait } = intent;
    this.#unanswered.add(intent);
    const credentials = { accessToken: 'EAAtheTokenOfACaller', phoneNumberId: DIRECT_NUMBER_ID };
    try {
      const response = await this.#world.call(
        'POST',
        '/api/v1/whatsapp/reply',
        { message: { to, type: 'text', text: name, reference: name }, ...(direct && { whatsappConfig: credentials }) },
        { ...(key !== null && { 'idempotency-key': key }), ...(!wait && { prefer: 'respond-async' }) },
      );
      const { id } = (await response.json()) as { id: string | null };
      if (id === null) return;
      this.#unanswered.delete(intent);
      const before = this.told.get(name);
      if (before !== undefined && before !== id) this.forked += 1;
      this.told.set(name, id);
    } catch {
      // The gateway died first: the caller does not know what became of it.
    }
  }

  /** Everybody with a key has had an answer. */
  allAnswered(): boolean {
    return ![...this.#unanswered].some(({ key }) => key !== null);
  }
}

/** States in which a message waits for nothing that the gateway would have to do. */
const AT_REST: ReadonlySet<string> = new Set([
  'ACCEPTED',
  'HELD',
  'SENT',
  'DELIVERED',
  'READ',
  'FAILED',
  'UNCONFIRMED',
  'EXPIRED',
  'CANCELLED',
]);

/** Every outbound message that a consumer heard of: what it was last told about it. */
export function statesOf(lines: readonly Line[]): Map<string, { readonly name: string; readonly told: string }> {
  const states = new Map<string, { readonly name: string; readonly told: string }>();
  for (const { type, messageId, status, text } of lines) {
    if (type === 'outbound_message') states.set(messageId, { name: text, told: 'QUEUED' });
    const known = states.get(messageId);
    if (type === 'message_status' && known !== undefined) states.set(messageId, { ...known, told: status });
  }
  return states;
}

/** True once no message waits for the gateway any more; false when that takes too long. */
export function allAtRest(consumer: Consumer, load: SendsLoad, ms: number): Promise<boolean> {
  return consumer.until((lines) => {
    const states = statesOf(lines);
    const names = new Set([...states.values()].map(({ name }) => name));
    return (
      [...states.values()].every(({ told }) => AT_REST.has(told)) && [...load.told.keys()].every((n) => names.has(n))
    );
  }, ms);
}

export function isAtRest(status: string): boolean {
  return AT_REST.has(status);
}
