import { GatewayError } from '../domain/errors.ts';
import type { Message } from '../domain/message.ts';
import type { Decided, Decision } from '../domain/outbound.ts';
import type { Caller } from '../domain/tenant.ts';
import type { OutboxStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import type { Wakeup } from '../ports/wakeup.ts';
import { auditEntry } from './auditing.ts';
import type { Dispatch } from './dispatch.ts';
import { requireScope } from './scopes.ts';

/**
 * What a sender may decide about a message of theirs. Repeating a decision answers with the message as it stands.
 * FORBIDDEN, NOT_FOUND; INVALID_INPUT when the message's state does not allow it.
 */
export interface Decisions {
  /** Takes a queued message back: CANCELLED, never sent. */
  cancel(caller: Caller, messageId: string): Promise<Message>;
  /** Says what became of an unconfirmed message: SENT, or CANCELLED until Meta says otherwise. */
  resolve(caller: Caller, messageId: string, as: 'sent' | 'notSent'): Promise<Message>;
}

export function createDecisions(deps: {
  readonly outbox: { decide: OutboxStore['decide'] };
  readonly dispatch: Pick<Dispatch, 'decided'>;
  readonly wakeup: Wakeup;
  readonly system: Pick<System, 'clock' | 'ids'>;
}): Decisions {
  const { clock } = deps.system;

  async function decide(caller: Caller, messageId: string, decision: Decision): Promise<Decided> {
    const { tenantId } = caller;
    const action = decision === 'cancel' ? 'message.cancel' : 'message.resolve';
    const changes = decision === 'cancel' ? {} : { resolution: { before: null, after: decision } };
    const entry = auditEntry(deps.system, caller, action, { target: messageId, changes });
    const decided = await deps.outbox.decide(tenantId, messageId, decision, clock.now(), entry);
    if (decided === null) {
      throw new GatewayError('NOT_FOUND', 'There is no such message.', {
        field: 'id',
        action: 'Give the `msg_…` that sending answered with.',
      });
    }
    if (decided.changed) {
      deps.wakeup.publish(tenantId);
      deps.dispatch.decided(decided.message);
    }
    return decided;
  }

  return {
    async cancel(caller, messageId) {
      requireScope(caller, 'send');
      const { allowed, message } = await decide(caller, messageId, 'cancel');
      if (allowed) return message;
      throw new GatewayError(
        'INVALID_INPUT',
        `Only a queued message can be cancelled; this one is ${message.status}.`,
        {
          field: 'id',
          messageRef: message,
          action: 'Nothing: what WhatsApp has been given cannot be taken back.',
        },
      );
    },

    async resolve(caller, messageId, as) {
      requireScope(caller, 'send');
      const { allowed, message } = await decide(caller, messageId, as);
      if (allowed) return message;
      throw new GatewayError(
        'INVALID_INPUT',
        `Only an unconfirmed message can be resolved; this one is ${message.status}.`,
        { field: 'id', messageRef: message, action: "Go by the message's status: it is known." },
      );
    },
  };
}
