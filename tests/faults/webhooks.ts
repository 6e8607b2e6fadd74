import { createHmac } from 'node:crypto';
import { Signal } from './concurrency.ts';
import { APP_SECRET, NUMBER_ID, WABA_ID } from './gateway-process.ts';

/** One thing that Meta tells. `name` is its identity in the ledger. */
export interface Told {
  readonly name: string;
  readonly field: 'messages' | 'statuses';
  readonly phoneNumberId: string;
  readonly element: object;
}

export type StatusWord = 'sent' | 'delivered' | 'read' | 'failed';

/** A customer's message; its text is its name. */
export function customerWrites(name: string, from: string): Told {
  const element = { from, id: `wamid.IN.${name}`, timestamp: seconds(), type: 'text', text: { body: name } };
  return { name, field: 'messages', phoneNumberId: NUMBER_ID, element };
}

/** What becomes of a message that Meta has, under the handle that came with it. */
export function statusOf(
  sent: { readonly whatsappId: string; readonly handle: string | null; readonly phoneNumberId: string },
  status: StatusWord,
): Told {
  const { whatsappId, handle, phoneNumberId } = sent;
  const echoed = handle === null ? {} : { biz_opaque_callback_data: handle };
  const element = { id: whatsappId, status, timestamp: seconds(), recipient_id: '9647700000000', ...echoed };
  return { name: `${whatsappId} ${status}`, field: 'statuses', phoneNumberId, element };
}

/** Meta's webhooks: signed posts, and the ledger of what was acknowledged with 200. */
export class Webhooks {
  /** Names of everything that a 200 acknowledged. */
  readonly acked = new Set<string>();
  /** Posts made, and those answered 200. */
  posts = 0;
  answered = 0;
  readonly #url: () => string;
  readonly #heard = new Signal();

  constructor(url: () => string) {
    this.#url = url;
  }

  /** One post; true when it was acknowledged. */
  async post(items: readonly Told[]): Promise<boolean> {
    const body = bodyOf(items);
    const signature = `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`;
    this.posts += 1;
    this.#heard.changed();
    try {
      const response = await fetch(`${this.#url()}/api/v1/whatsapp/webhook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
        body,
        signal: AbortSignal.timeout(20_000),
      });
      // The head is the acknowledgement; Meta reads no further.
      if (response.status !== 200) return false;
      for (const { name } of items) this.acked.add(name);
      this.answered += 1;
      this.#heard.changed();
      void response.arrayBuffer().catch(() => {});
      return true;
    } catch {
      return false;
    }
  }

  /** True as soon as so many posts were answered or made; false when they were not in time. */
  until(holds: () => boolean, ms: number): Promise<boolean> {
    return this.#heard.until(holds, ms);
  }
}

/** One entry, with a change per number and kind. */
function bodyOf(items: readonly Told[]): string {
  const groups = Map.groupBy(items, ({ field, phoneNumberId }) => `${field} ${phoneNumberId}`);
  const changes = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const metadata = { display_phone_number: '9647800000000', phone_number_id: first.phoneNumberId };
    const value = { messaging_product: 'whatsapp', metadata, [first.field]: group.map(({ element }) => element) };
    return [{ field: 'messages', value }];
  });
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: WABA_ID, changes }] });
}

function seconds(): string {
  return String(Math.floor(Date.now() / 1000));
}
