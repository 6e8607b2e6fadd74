import { foldStatus, isMetaStatus, type MessageStatus } from '../../src/domain/status.ts';

/** What the outbox may do with one send, told in the simplest way that is right. */
export interface ModelSend {
  readonly id: string;
  readonly conversation: number;
  readonly expiresAt: number;
  status: MessageStatus;
  /** `gone`: there is no row any more, the outbox has nothing left to do. */
  row: 'queued' | 'on_wire' | 'unconfirmed' | 'gone';
  attempt: number;
  notBefore: number;
  markedAt: number;
  /** Attempts that may have reached a person. */
  readonly reached: Set<number>;
}

/** A reference for the outbound state machine of the promises: small, in memory, slow. */
export class OutboxModel {
  readonly sends: ModelSend[] = [];
  now: number;

  constructor(now: number) {
    this.now = now;
  }

  accept(id: string, conversation: number, expiresAt: number): void {
    this.sends.push({
      id,
      conversation,
      expiresAt,
      status: 'QUEUED',
      row: 'queued',
      attempt: 0,
      notBefore: this.now,
      markedAt: 0,
      reached: new Set(),
    });
  }

  /** The first send of each conversation that is not over, if it may go now. */
  due(): ModelSend[] {
    const conversations = new Set(this.sends.map(({ conversation }) => conversation));
    return [...conversations].flatMap((conversation) => {
      const rows = this.sends.filter((send) => send.conversation === conversation);
      const first = rows.find(({ row }) => row === 'queued' || row === 'on_wire');
      if (first?.row !== 'queued') return [];
      return first.notBefore <= this.now && first.expiresAt > this.now ? [first] : [];
    });
  }

  claim(send: ModelSend): void {
    send.row = 'on_wire';
    send.status = 'SENDING';
    send.attempt += 1;
    send.markedAt = this.now;
  }

  settle(send: ModelSend, kind: 'accepted' | 'failed' | 'requeued' | 'unconfirmed', notBefore: number): void {
    const spoken = isMetaStatus(send.status);
    if (kind === 'accepted') send.status = foldStatus(send.status, 'ACCEPTED');
    else if (!spoken)
      send.status = ({ failed: 'FAILED', requeued: 'QUEUED', unconfirmed: 'UNCONFIRMED' } as const)[kind];
    if (kind === 'accepted' || kind === 'unconfirmed') send.reached.add(send.attempt);
    if (kind === 'requeued' && !spoken) Object.assign(send, { row: 'queued', notBefore });
    else if (kind === 'unconfirmed' && !spoken) send.row = 'unconfirmed';
    else send.row = 'gone';
  }

  /** A word of Meta's that echoes our handle. */
  status(send: ModelSend, word: MessageStatus): void {
    send.status = foldStatus(send.status, word);
    if (send.row === 'unconfirmed' || send.row === 'queued') send.row = 'gone';
  }

  expireOnWire(deadline: number): void {
    for (const send of this.sends) {
      if (send.row === 'on_wire' && send.markedAt <= deadline) this.settle(send, 'unconfirmed', 0);
    }
  }

  expireQueued(): void {
    for (const send of this.sends) {
      if (send.row === 'queued' && send.expiresAt <= this.now) Object.assign(send, { row: 'gone', status: 'EXPIRED' });
    }
  }

  cancel(send: ModelSend): void {
    if (send.row === 'queued') Object.assign(send, { row: 'gone', status: 'CANCELLED' });
  }

  resolve(send: ModelSend, as: 'sent' | 'notSent'): void {
    if (send.status !== 'UNCONFIRMED') return;
    Object.assign(send, { row: 'gone', status: as === 'sent' ? 'SENT' : 'CANCELLED' });
  }
}
