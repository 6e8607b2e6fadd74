import type { Address } from '../domain/contact.ts';
import { GatewayError, type MetaError } from '../domain/errors.ts';
import { OPTED_OUT_CODE, WINDOW_CLOSED_CODE } from '../domain/fold-window.ts';
import type { MessageContent, MessageRecord, NumberRef } from '../domain/message.ts';
import type { OutboxJob, Settlement } from '../domain/outbound.ts';
import { judgeWindow, optedOutSince, type WindowFacts } from '../domain/window.ts';
import type { Clock } from '../ports/system.ts';
import type { WindowStore } from '../ports/windows.ts';
import type { Templates } from './templates.ts';

const MARKETING_ACTION =
  'Send a utility template, or a free-form reply while the window is open; marketing templates may be sent again as ' +
  'soon as the person allows them in WhatsApp.';

/** Keeps from Meta what Meta would refuse, as far as is known here. */
export interface SendGate {
  /**
   * Judges a send as it is accepted. WINDOW_CLOSED lists templates that may be sent instead; OPTED_OUT. With nothing ever
   * heard of the person, or of the template, Meta decides. Answers whether it is a marketing template.
   */
  check(tenantId: string, number: NumberRef, to: Address, content: MessageContent): Promise<{ marketing: boolean }>;
  /** Names of templates that may be sent to the person of a message that the window was closed for. */
  usable(tenantId: string, record: MessageRecord): Promise<readonly string[]>;
}

export function createSendGate(deps: {
  readonly clock: Clock;
  readonly templates: Pick<Templates, 'ofNumber'>;
  readonly windows: Pick<WindowStore, 'ofAddress' | 'ofContacts'>;
}): SendGate {
  const { clock, templates, windows } = deps;

  async function isMarketing(phoneNumberId: string, content: MessageContent): Promise<boolean> {
    if (content.kind !== 'template') return false;
    const languages = await templates.ofNumber(phoneNumberId)?.keptNamed(content.name);
    return languages?.find(({ language }) => language === content.language)?.category.toUpperCase() === 'MARKETING';
  }

  /** Of an account that is not known, none. */
  const namesFor = async (phoneNumberId: string, facts: WindowFacts) =>
    (await templates.ofNumber(phoneNumberId)?.approvedNames({ marketing: optedOutSince(facts) === null })) ?? [];

  return {
    async check(tenantId, { phoneNumberId }, to, content) {
      const marketing = await isMarketing(phoneNumberId, content);
      if (content.kind === 'template' && !marketing) return { marketing };
      const facts = await windows.ofAddress(tenantId, phoneNumberId, to);
      if (marketing) {
        const since = optedOutSince(facts);
        if (since !== null) throw optedOut(since);
      } else if (judgeWindow(facts, clock.now()) === 'closed') {
        throw windowClosed(facts, await namesFor(phoneNumberId, facts));
      }
      return { marketing };
    },

    async usable(tenantId, { phoneNumber: { phoneNumberId }, contact }) {
      const [facts] = await windows.ofContacts(tenantId, [{ phoneNumberId, contactId: contact.id }]);
      return facts === undefined ? [] : namesFor(phoneNumberId, facts);
    },
  };
}

function windowClosed({ lastInboundAt, closedAt }: WindowFacts, templates: readonly string[]): GatewayError {
  const why =
    closedAt >= lastInboundAt
      ? 'WhatsApp has refused a message to this person, since they had not written for 24 hours'
      : 'The person last wrote more than 24 hours ago';
  return new GatewayError('WINDOW_CLOSED', `${why}: only a template may be sent.`, {
    field: 'to',
    retryable: false,
    action: 'Send one of the listed templates; a free-form message may follow as soon as the person answers.',
    templates,
  });
}

function optedOut(since: number): GatewayError {
  const day = new Date(since).toISOString().slice(0, 10);
  return new GatewayError('OPTED_OUT', `The person stopped marketing messages from this number on ${day}.`, {
    field: 'to',
    retryable: false,
    action: MARKETING_ACTION,
  });
}

/**
 * Judges a claimed send again, since it may have waited: the settlement of one that is no longer called for, as definite
 * as a refusal of Meta's, or null when it may go. `answer` is null: Meta was not asked.
 */
export function refusedAfterWaiting({ content, window }: OutboxJob, now: number): Settlement | null {
  if (window === null) return null;
  const free = content.kind !== 'template';
  if (free && judgeWindow(window, now) === 'closed') return { kind: 'failed', error: WINDOW_CLOSED, answer: null };
  if (!free && optedOutSince(window) !== null) return { kind: 'failed', error: OPTED_OUT, answer: null };
  return null;
}

/** Under Meta's own codes, which is what Meta would have answered. */
const WINDOW_CLOSED: MetaError = {
  code: WINDOW_CLOSED_CODE,
  title: 'Customer-service window closed',
  details: null,
  fbtraceId: null,
  meaning: 'The window closed while the message waited; the gateway did not give it to WhatsApp.',
  action: 'Send an approved template instead; free-form messages are possible again once the person answers.',
  retryable: false,
};

const OPTED_OUT: MetaError = {
  code: OPTED_OUT_CODE,
  title: 'Marketing messages stopped',
  details: null,
  fbtraceId: null,
  meaning: 'The person stopped marketing messages while it waited; the gateway did not give it to WhatsApp.',
  action: MARKETING_ACTION,
  retryable: false,
};
