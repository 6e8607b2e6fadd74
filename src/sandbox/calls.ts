/** One call to `/messages`, as Meta saw it. */
export interface CallRecord {
  /** ISO 8601, UTC. */
  at: string;
  phoneNumberId: string;
  /** As sent: `to`, or `recipient` when there is no `to`. */
  to: string | null;
  /** The message type, or `read` for a read receipt. */
  type: string | null;
  /** HTTP status, then Meta's code: `200`, `400 131056`; `lost` when it was accepted without an answer. */
  answer: string;
  wamid: string | null;
  /** `biz_opaque_callback_data`. */
  biz: string | null;
}

const MOST = 1000;

/** The last 1000 calls, oldest first: how a developer, or a test, learns what really reached Meta. */
export class Calls {
  readonly #records: CallRecord[] = [];

  add(record: CallRecord): void {
    this.#records.push(record);
    if (this.#records.length > MOST) this.#records.shift();
  }

  list(): readonly CallRecord[] {
    return this.#records;
  }
}
