import { detailsOf } from './faults.ts';
import type { Accepted } from './journey.ts';
import type { Parts } from './parts.ts';
import type { Script } from './people.ts';
import { isPossiblePhone } from './phone.ts';

export interface Failure {
  code: number;
  details: string;
  /** The last status before the failure; none: it fails at once. */
  after?: 'sent' | 'delivered' | undefined;
}

/** What keeps an accepted message from arriving; Meta tells it by a `failed` status only. */
export function failureOf(parts: Parts, message: Accepted, script: Script, windowOpen: boolean): Failure | undefined {
  const { user, number, template } = message;
  if (message.fails !== undefined) return message.fails;
  const fault = parts.faults.take('status', { call: 'messages', number: number.id, user, template: template?.name });
  if (fault?.code !== undefined) return { code: fault.code, details: detailsOf(fault), after: fault.after };
  return script.fails ?? unreachable(parts, message, windowOpen) ?? brokenContent(parts, message);
}

function unreachable(parts: Parts, { user, number, template }: Accepted, windowOpen: boolean): Failure | undefined {
  if ((user.phone !== undefined && !isPossiblePhone(user.phone)) || parts.users.isGone(number.account, user)) {
    return { code: 131026, details: `Message undeliverable: ${user.key} is not a WhatsApp user.` };
  }
  if (parts.blocked.has(number.id, user.key)) {
    return { code: 130403, details: 'The business has blocked this user: unblock them first.' };
  }
  if (template === undefined && !windowOpen) {
    const details = 'Message failed to send because more than 24 hours have passed since the customer last replied.';
    return { code: 131047, details };
  }
  if (template?.category === 'MARKETING' && parts.optOuts.has(`${number.id} ${user.key}`)) {
    return { code: 131050, details: 'The user has stopped marketing messages from this business.' };
  }
  return undefined;
}

function brokenContent(parts: Parts, { request, number }: Accepted): Failure | undefined {
  if (request.reactsTo !== undefined) {
    const target = parts.messages.get(request.reactsTo);
    if (target?.numberId !== number.id || target.type === 'reaction') {
      return { code: 131009, details: 'The message to react to does not exist, is too old or is a reaction itself.' };
    }
  }
  for (const { kind, id, link } of request.media) {
    // The name `.invalid` never resolves (RFC 2606): a way to see a link fail that Meta cannot fetch.
    if (link !== undefined && new URL(link).hostname.endsWith('.invalid')) {
      return { code: 131053, details: 'Downloading media from weblink failed.' };
    }
    const file = id === undefined ? undefined : parts.media.find(id);
    if (file !== undefined && !parts.media.fits(file, kind)) {
      return { code: 131053, details: `Media of type ${file.mimeType} cannot be sent as ${kind}.` };
    }
  }
  return undefined;
}
