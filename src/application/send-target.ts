import { type Address, addressOf } from '../domain/contact.ts';
import { GatewayError, invalidInput } from '../domain/errors.ts';
import type { NumberRef } from '../domain/message.ts';
import type { Caller } from '../domain/tenant.ts';
import type { NumberCredentials } from '../ports/cloud-api.ts';
import type { ConversationStore } from '../ports/store.ts';
import { type Numbers, numberIdOf, numberRef } from './numbers.ts';
import { parsePhone, parseUserId } from './recipient.ts';

/** To whom, and from which of our numbers. */
export interface SendTarget {
  readonly to: { readonly phone: string } | { readonly userId: string } | { readonly conversationId: string };
  /** Our id, Meta's id or E.164 of one of the tenant's numbers; null to let the gateway choose. */
  readonly from: string | null;
  readonly credentials: NumberCredentials | null;
}

/** Resolves the two ends of a send. */
export interface Targets {
  address(tenantId: string, to: SendTarget['to']): Promise<Address>;
  /**
   * The sending number: the credentials' own; `from`; for a reply the number to which this person last wrote; else the
   * tenant's default. FORBIDDEN when there is none.
   */
  number(tenantId: string, target: SendTarget, to: Address, kind: 'template' | 'reply'): Promise<NumberRef>;
  /** Whose send one with credentials is. FORBIDDEN when the number is bound to another tenant. */
  tenantOfDirect(caller: Caller, phoneNumberId: string): string;
}

export function createTargets(deps: {
  readonly numbers: Numbers;
  readonly conversations: ConversationStore;
  /** Meta's id of the default number; null without master credentials. */
  readonly masterNumberId: string | null;
  /** The number (`num_…`) that a tenant chose as its default. */
  readonly defaultNumberOf: (tenantId: string) => string | null;
}): Targets {
  const { numbers, conversations } = deps;

  async function addressOfConversation(tenantId: string, id: string): Promise<Address> {
    const [conversation] = await conversations.getMany(tenantId, [id]);
    const [contact] = conversation ? await conversations.contacts(tenantId, [conversation.contactId]) : [];
    const address = contact ? addressOf(contact) : null;
    if (address !== null) return address;
    throw new GatewayError('NOT_FOUND', 'There is no such conversation.', { field: 'to.conversationId' });
  }

  return {
    async address(tenantId, to) {
      if ('phone' in to) return { phone: parsePhone(to.phone, 'to') };
      if ('userId' in to) return parseUserId(to.userId, 'to');
      return addressOfConversation(tenantId, to.conversationId);
    },

    async number(tenantId, { credentials, from, to: asked }, to, kind) {
      if (credentials !== null) {
        const known = numbers.byMetaId(credentials.phoneNumberId);
        const number = known === undefined ? unbound(credentials.phoneNumberId) : numberRef(known);
        if (from === null || from === number.id || from === number.phoneNumberId) return number;
        throw invalidInput('from', '`from` and the credentials name different numbers.', 'Leave `from` out.');
      }
      if (from !== null) return numberRef(numbers.own(tenantId, from));
      if ('conversationId' in asked) {
        const [conversation] = await conversations.getMany(tenantId, [asked.conversationId]);
        const number = conversation ? numbers.byId(conversation.numberId) : undefined;
        if (number !== undefined && numbers.mayUse(tenantId, number)) return numberRef(number);
        if (conversation) throw lostNumber();
      }
      if (kind === 'reply') {
        const last = await conversations.lastNumberOf(tenantId, to);
        const number = last === null ? undefined : numbers.byId(last);
        if (number !== undefined && numbers.mayUse(tenantId, number)) return numberRef(number);
      }
      const chosen = deps.defaultNumberOf(tenantId);
      const own = chosen === null ? undefined : numbers.byId(chosen);
      if (own !== undefined && numbers.mayUse(tenantId, own)) return numberRef(own);
      const master = deps.masterNumberId === null ? undefined : numbers.byMetaId(deps.masterNumberId);
      if (master !== undefined && numbers.mayUse(tenantId, master)) return numberRef(master);
      throw new GatewayError('FORBIDDEN', 'No number is assigned to you.', {
        field: 'from',
        action: 'Ask the operator to assign one, or send with your own credentials (whatsappConfig).',
      });
    },

    tenantOfDirect(caller, phoneNumberId) {
      const known = numbers.byMetaId(phoneNumberId);
      if (known === undefined || numbers.mayUse(caller.tenantId, known)) return caller.tenantId;
      const bound = known.tenantId;
      // The operator who names no tenant acts for the one that owns the number.
      if (caller.kind === 'operator' && !caller.tenantNamed) return bound;
      throw new GatewayError('FORBIDDEN', 'This number belongs to another tenant.', {
        field: 'credentials.phoneNumberId',
        action: 'Use a number of your own, or ask the operator to move it to you.',
      });
    },
  };
}

/** Its conversations stay readable. */
function lostNumber(): GatewayError {
  return new GatewayError('FORBIDDEN', 'The number of this conversation is no longer yours.', {
    field: 'to.conversationId',
    action: 'Write to the person by phone or user id, from a number of yours.',
  });
}

/** A number that nobody has bound yet. The id follows from Meta's, so every message of it tells the same one. */
function unbound(phoneNumberId: string): NumberRef {
  return { id: numberIdOf(phoneNumberId), phoneNumberId, display: '' };
}
