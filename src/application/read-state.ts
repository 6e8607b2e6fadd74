import type { Conversation } from '../domain/conversation.ts';
import { GatewayError, invalidInput } from '../domain/errors.ts';
import { decodeCursor } from '../domain/event.ts';
import type { Caller } from '../domain/tenant.ts';
import type { Answer, CloudApi, NumberCredentials } from '../ports/cloud-api.ts';
import type { ConversationStore, EventStore, MessageStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import type { Wakeup } from '../ports/wakeup.ts';
import type { CredentialsFor } from './credentials.ts';
import type { Numbers } from './numbers.ts';
import { requireScope } from './scopes.ts';

/** Meta takes read receipts and typing for so long after a message came. (Meta: 30 days.) */
const RECEIPT_MS = 30 * 24 * 60 * 60 * 1000;

export interface MarkReadCommand {
  readonly conversationId: string;
  /** A cursor of the event log, or our id or the `wamid` of a message of the conversation. */
  readonly upTo: string;
  /** Whether the person is shown that their messages were read. */
  readonly receipt: boolean;
}

/** What a tenant has read, and what the people who wrote are shown of it. Both answer with the conversation. */
export interface ReadState {
  /**
   * Moves the conversation's read mark, never back; durable when it answers. The receipt follows by itself: one call,
   * never retried, none for a number without stored credentials. FORBIDDEN, NOT_FOUND, INVALID_INPUT.
   */
  markRead(caller: Caller, command: MarkReadCommand): Promise<Conversation>;
  /**
   * Shows the person that an answer is being written, and that their messages were read; the read mark stays. FORBIDDEN,
   * NOT_FOUND, INVALID_INPUT (nobody wrote in the last 30 days, no stored credentials), REJECTED_BY_META,
   * META_UNAVAILABLE.
   */
  sendTyping(caller: Caller, conversationId: string): Promise<Conversation>;
  /** Resolves when no receipt is under way. */
  settled(): Promise<void>;
}

export function createReadState(deps: {
  readonly cloudApi: Pick<CloudApi, 'markRead'>;
  readonly conversations: Pick<ConversationStore, 'getMany' | 'lastHeard' | 'markRead'>;
  readonly credentialsFor: CredentialsFor;
  readonly events: Pick<EventStore, 'head'>;
  readonly messages: Pick<MessageStore, 'byWhatsappId' | 'getMany'>;
  readonly numbers: Pick<Numbers, 'byId'>;
  readonly wakeup: Wakeup;
  readonly system: System;
}): ReadState {
  const { conversations, messages } = deps;
  const { clock, log, metrics } = deps.system;
  const receipts = new Set<Promise<void>>();

  /** The log position that `upTo` names. */
  async function positionOf(tenantId: string, conversationId: string, upTo: string): Promise<number> {
    const cursor = decodeCursor(upTo);
    if (cursor !== null) {
      const { epoch, last } = await deps.events.head(tenantId);
      if (cursor.tenantId === tenantId && cursor.epoch === epoch && cursor.seq <= last) return cursor.seq;
      throw invalidInput(
        'upTo',
        'This cursor is not one of your event log.',
        'Give the cursor of an event you were told.',
      );
    }
    const [message] = upTo.startsWith('msg_')
      ? await messages.getMany(tenantId, [upTo])
      : [await messages.byWhatsappId(tenantId, upTo)];
    if (message?.conversationId === conversationId) return message.seq;
    throw new GatewayError('NOT_FOUND', 'There is no such message in this conversation.', {
      field: 'upTo',
      action: 'Give the id or the wamid of a message of the conversation, or a cursor of your event log.',
    });
  }

  function credentialsOf({ numberId, tenantId }: Conversation): NumberCredentials | null {
    const phoneNumberId = deps.numbers.byId(numberId)?.phoneNumberId;
    return phoneNumberId === undefined ? null : deps.credentialsFor(phoneNumberId, tenantId);
  }

  /** The newest message that Meta would still take a receipt for, at or before a position. */
  async function answerable({ tenantId, id }: Conversation, upTo?: number): Promise<string | null> {
    const heard = await conversations.lastHeard(tenantId, id, upTo);
    return heard === null || heard.at + RECEIPT_MS <= clock.now() ? null : heard.whatsappId;
  }

  async function call(credentials: NumberCredentials, whatsappId: string, typing: boolean): Promise<Answer<null>> {
    const answer = await deps.cloudApi.markRead(credentials, whatsappId, typing);
    const result = answer.ok ? 'accepted' : answer.error === null ? 'unknown' : 'refused';
    metrics.count('meta_calls_total', { call: typing ? 'typing' : 'receipt', result });
    return answer;
  }

  async function sendReceipt(conversation: Conversation): Promise<void> {
    const { id: conversationId, readSeq } = conversation;
    try {
      const credentials = credentialsOf(conversation);
      const whatsappId = credentials === null ? null : await answerable(conversation, readSeq);
      if (credentials === null || whatsappId === null) return;
      const answer = await call(credentials, whatsappId, false);
      if (answer.ok) return;
      log.warn('a read receipt was not taken', { conversationId, reason: answer.reason, code: answer.error?.code });
    } catch (error) {
      log.error('a read receipt could not be sent', { conversationId, error });
    }
  }

  return {
    async markRead(caller, command) {
      requireScope(caller, 'send');
      const { tenantId, keyName } = caller;
      const [known] = await conversations.getMany(tenantId, [command.conversationId]);
      if (!known) throw noConversation();
      const upTo = await positionOf(tenantId, known.id, command.upTo);
      const marked = await conversations.markRead(tenantId, known.id, upTo, keyName, clock.now());
      if (marked === null) throw noConversation();
      if (marked.changed) deps.wakeup.publish(tenantId);
      if (command.receipt) {
        const receipt = sendReceipt(marked.conversation).finally(() => receipts.delete(receipt));
        receipts.add(receipt);
      }
      return marked.conversation;
    },

    async sendTyping(caller, conversationId) {
      requireScope(caller, 'send');
      const [conversation] = await conversations.getMany(caller.tenantId, [conversationId]);
      if (!conversation) throw noConversation();
      const credentials = credentialsOf(conversation);
      if (credentials === null) throw invalidInput('conversationId', 'The number has no stored credentials.');
      const whatsappId = await answerable(conversation);
      if (whatsappId === null) {
        throw invalidInput(
          'conversationId',
          'Nobody wrote in this conversation in the last 30 days.',
          'Nothing: WhatsApp shows typing only to people who wrote.',
        );
      }
      const answer = await call(credentials, whatsappId, true);
      if (!answer.ok) throw notShown(answer);
      return conversation;
    },

    async settled() {
      await Promise.all(receipts);
    },
  };
}

function noConversation(): GatewayError {
  return new GatewayError('NOT_FOUND', 'There is no such conversation.', {
    field: 'conversationId',
    action: 'Give the `conv_…` of a conversation or of one of its messages.',
  });
}

function notShown({ reason, error }: Extract<Answer<null>, { ok: false }>): GatewayError {
  if (error === null) {
    return new GatewayError('META_UNAVAILABLE', reason, { retryable: true, action: 'Try again in a moment.' });
  }
  const { action, meaning, retryable, title } = error;
  return new GatewayError('REJECTED_BY_META', `${title}: ${meaning}`, { meta: error, action, retryable });
}
