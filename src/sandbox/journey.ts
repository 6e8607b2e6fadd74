import type { BusinessNumber } from './accounts.ts';
import { type StatusEvent, statusValue } from './events.ts';
import { receive } from './inbound.ts';
import { announce, type Parts } from './parts.ts';
import { type Script, type Step, scriptOf } from './people.ts';
import { isPossiblePhone } from './phone.ts';
import type { SendRequest } from './send-request.ts';
import type { Template } from './templates.ts';
import type { User } from './users.ts';

/** A send that Meta answered with 200. */
export interface Accepted {
  wamid: string;
  number: BusinessNumber;
  user: User;
  request: SendRequest;
  template: Template | undefined;
  /** Milliseconds since 1970, on the real clock. */
  at: number;
}

interface Failure {
  code: number;
  details: string;
}

const everyStep: readonly Step[] = ['sent', 'delivered', 'read'];
/** Someone who answers by script has done these by so much of the time until the answer. */
const shareOfReply: Readonly<Record<Step, number>> = { sent: 0.3, delivered: 0.6, read: 0.9 };

/**
 * Lets an accepted message go its way in the background: its statuses, each after the one before it was taken in, and
 * the person's answer. Resolves once the first status was delivered or attempted.
 */
export function travel(parts: Parts, message: Accepted): Promise<void> {
  const script = scriptOf(message.user.key);
  const windowOpen = parts.windows.isOpen(message.number.id, message.user.key);
  const failure = failureOf(parts, message, script, windowOpen);
  return new Promise((firstDone) => {
    void parts.schedule
      .run(async () => {
        const steps = failure === undefined ? stepsOf(parts, message, script) : [];
        if (failure !== undefined && (await wait(parts, message, parts.pace.sent))) {
          await report(parts, message, { status: 'failed', at: message.at + parts.pace.sent, error: failure });
        }
        for (const { status, after } of steps) {
          if (!(await wait(parts, message, after))) return;
          const priced = status === 'sent' || status === 'delivered';
          const pricing = priced ? { pricing: priceOf(message, windowOpen) } : {};
          await report(parts, message, { status, at: message.at + after, ...pricing }, script.copies);
          firstDone();
        }
        if (failure === undefined) await answer(parts, message, script);
      })
      .finally(firstDone);
  });
}

/** What keeps an accepted message from being delivered; Meta tells it by a `failed` status only. */
function failureOf(parts: Parts, message: Accepted, script: Script, windowOpen: boolean): Failure | undefined {
  const { user, request, number } = message;
  if (script.fails !== undefined) return script.fails;
  if (user.phone !== undefined && !isPossiblePhone(user.phone)) {
    return { code: 131026, details: `Message undeliverable: ${user.phone} is not a WhatsApp user.` };
  }
  if (message.template === undefined && !windowOpen) {
    const details = 'Message failed to send because more than 24 hours have passed since the customer last replied.';
    return { code: 131047, details };
  }
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

function stepsOf(
  parts: Parts,
  { request }: Accepted,
  script: Script,
): { status: StatusEvent['status']; after: number }[] {
  // Meta: a reaction is only ever `sent`.
  const statuses = request.type === 'reaction' ? (['sent'] as const) : (script.statuses ?? everyStep);
  const { pace } = parts;
  const after = (step: Step) => {
    if (step === 'sent' && script.answer === 'after-sent') return 0;
    return script.replies === undefined ? pace[step] : Math.min(pace[step], pace.reply * shareOfReply[step]);
  };
  const steps: { status: StatusEvent['status']; after: number }[] = statuses.map((status) => ({
    status,
    after: after(status),
  }));
  const heard = request.voice && statuses.some((status) => status === 'read');
  return heard ? [...steps, { status: 'played', after: after('read') + pace.reply }] : steps;
}

/** False when the sandbox closed meanwhile. */
function wait(parts: Parts, { at }: Accepted, after: number): Promise<boolean> {
  return parts.schedule.sleep(at + after - Date.now());
}

async function report(
  parts: Parts,
  message: Accepted,
  event: Pick<StatusEvent, 'status' | 'at' | 'pricing' | 'error'>,
  copies = 1,
): Promise<void> {
  const { number, user, wamid, request } = message;
  const value = statusValue(number, user, { ...event, wamid, biz: request.biz, toUserId: request.to === undefined });
  await announce(parts, number.account, { field: 'messages', value, copies });
}

/** Meta's prices up to September 2026: free-form messages are free, and utility templates while the window is open. */
function priceOf({ template }: Accepted, windowOpen: boolean): { category: string; free: boolean } {
  const category = template?.category.toLowerCase() ?? 'service';
  return { category, free: category === 'service' || (category === 'utility' && windowOpen) };
}

/** Answers each template, but only the first session message after it: two scripts must not talk for ever. */
async function answer(parts: Parts, message: Accepted, { replies }: Script): Promise<void> {
  const { number, user, wamid, template, request } = message;
  if (replies === undefined || request.type === 'reaction') return;
  const pair = `${number.id} ${user.key}`;
  if (template === undefined && parts.answered.has(pair)) return;
  if (template === undefined) parts.answered.set(pair, true);
  else parts.answered.delete(pair);
  if (!(await wait(parts, message, parts.pace.reply))) return;
  const text = { type: 'text', content: { text: { body: replies } }, repliesTo: wamid };
  await receive(parts, number, user, text).delivered;
}
