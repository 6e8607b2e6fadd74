import type { Identity } from '../../src/domain/contact.ts';
import { NOBODY } from '../../src/domain/contact.ts';
import type { MetaError, MetaErrorClass } from '../../src/domain/errors.ts';
import type { InboundItem, InboundMessage, InboundStatus } from '../../src/domain/inbound.ts';
import type { SendOutcome } from '../../src/ports/cloud-api.ts';
import { NUMBER } from './support.ts';

/** The moment at which the test clock stands. */
export const NOW = Date.parse('2026-01-01T00:00:00.000Z');
export const ALI: Identity = { ...NOBODY, phone: '+9647701234567', name: 'Ali' };
export const ZAINAB: Identity = { ...NOBODY, phone: '+9647707654321', name: 'Zainab' };

/** Somebody writes. */
export function written(whatsappId: string, more: Partial<InboundMessage> = {}): InboundItem {
  const phoneNumberId = more.phoneNumberId ?? NUMBER.phoneNumberId;
  return {
    kind: 'message',
    key: `m|${phoneNumberId}|${whatsappId}`,
    phoneNumberId,
    at: NOW,
    raw: { id: whatsappId },
    whatsappId,
    from: ALI,
    type: 'text',
    content: { kind: 'text', body: `words of ${whatsappId}`, previewUrl: false },
    replyTo: null,
    ...more,
  };
}

/** Meta tells what became of a message. */
export function became(
  whatsappId: string,
  status: InboundStatus['status'],
  more: Partial<InboundStatus> = {},
): InboundItem {
  return {
    kind: 'status',
    key: `s|${NUMBER.phoneNumberId}|${whatsappId}|${status}`,
    phoneNumberId: NUMBER.phoneNumberId,
    at: NOW,
    raw: { id: whatsappId, status },
    whatsappId,
    status,
    recipient: ALI,
    participant: '',
    error: null,
    pricing: null,
    handle: null,
    ...more,
  };
}

export function news(key: string): InboundItem {
  const base = { kind: 'notice', key, phoneNumberId: null, at: NOW, raw: { news: key } } as const;
  return { ...base, field: 'account_update', wabaId: '77', eventType: 'account' };
}

export function metaError(code: number, more: Partial<MetaError> = {}): MetaError {
  const texts = {
    title: 'Refused',
    details: null,
    fbtraceId: 'trace',
    meaning: 'It was refused.',
    action: 'Change it.',
  };
  return { code, ...texts, retryable: false, ...more };
}

export function refusal(kind: MetaErrorClass, error: MetaError): SendOutcome {
  return { kind: 'refused', class: kind, error, retryAfterSeconds: null, answer: null };
}
