import type { Address } from '../../domain/contact.ts';
import type { Json } from '../../domain/json.ts';
import type { SendOutcome } from '../../ports/cloud-api.ts';
import { metaError } from './errors.ts';
import type { GraphAnswer } from './graph-client.ts';
import { phoneOf, userIdOf } from './identity.ts';
import { array, object, text, usableId } from './json-guards.ts';

/** Meta's words for a template that is kept back while its quality is watched. */
const HELD: ReadonlySet<string | null> = new Set(['held_for_quality_assessment', 'paused']);

/**
 * What a send came to. Only three things are certain: an id (accepted), a code whose meaning is a refusal (refused),
 * and a connection that was never made (not written). Everything else may have gone out, and is told as such.
 */
export function sendOutcome(answer: GraphAnswer): SendOutcome {
  if (answer.kind === 'answer' && answer.status >= 200 && answer.status < 300) {
    const { status, body, label } = answer;
    const message = firstMessage(body);
    const whatsappId = usableId(message?.['id']);
    if (whatsappId !== null) {
      const held = HELD.has(text(message?.['message_status']));
      const known = knownAs(body);
      return { kind: 'accepted', whatsappId, held, answer: body ?? null, ...(known.length > 0 && { knownAs: known }) };
    }
    const reason = `Meta answered ${label} and no message id.`;
    return { kind: 'unknown', reason, error: metaError(body, status)?.error ?? null, answer: body ?? null };
  }
  return failedOutcome(answer);
}

/** What an answer other than a 2xx came to. */
export function failedOutcome(answer: GraphAnswer): Exclude<SendOutcome, { kind: 'accepted' }> {
  if (answer.kind === 'failure') {
    const { notWritten, reason } = answer;
    return notWritten ? { kind: 'notWritten', reason } : { kind: 'unknown', reason, error: null, answer: null };
  }
  const { status, body, retryAfterSeconds, label } = answer;
  const explained = metaError(body, status);
  if (explained !== null && explained.class !== 'doubtful') {
    return { kind: 'refused', ...explained, retryAfterSeconds, answer: body ?? null };
  }
  if (explained === null && status === 429) return tooManyRequests(retryAfterSeconds, body ?? null);
  const reason = explained === null ? `Meta answered ${label} and no error code.` : explained.error.meaning;
  return { kind: 'unknown', reason, error: explained?.error ?? null, answer: body ?? null };
}

/** Meta names whom it sent to: the phone as it spells it, or the user id. A group's id is neither. */
function knownAs(body: Json | undefined): Address[] {
  const person = object(array(object(body)?.['contacts'])?.[0]);
  const phone = phoneOf(person?.['wa_id']);
  const userId = userIdOf(person?.['user_id']);
  return [...(phone === null ? [] : [{ phone }]), ...(userId === null ? [] : [{ userId }])];
}

function firstMessage(body: Json | undefined) {
  return object(array(object(body)?.['messages'])?.[0]);
}

/** A limit in front of Meta's servers answers 429 without a code of Meta's; the HTTP status stands in for one. */
function tooManyRequests(retryAfterSeconds: number | null, answer: Json): Extract<SendOutcome, { kind: 'refused' }> {
  return {
    kind: 'refused',
    class: 'later',
    error: {
      code: 429,
      title: 'Too Many Requests',
      details: null,
      fbtraceId: null,
      meaning: 'Meta turned the request away because too many came at once; it was not looked at.',
      action: 'Wait and send again; for a queued message the gateway does so itself.',
      retryable: true,
    },
    retryAfterSeconds,
    answer,
  };
}
