import type { BusinessNumber } from './accounts.ts';
import { type StatusEvent, statusValue } from './events.ts';
import { type Failure, failureOf } from './failures.ts';
import { receive } from './inbound.ts';
import { announce, type Parts } from './parts.ts';
import { type Script, type Step, scriptOf } from './people.ts';
import { shownSend } from './phone-content.ts';
import { chargeOf } from './pricing.ts';
import type { SendRequest } from './send-request.ts';
import { sendEnded } from './template-life.ts';
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
  /** Why it is never to arrive, known from the start. */
  fails?: Failure;
}

const everyStep: readonly Step[] = ['sent', 'delivered', 'read'];
/** Someone who answers by script has done these by so much of the time until the answer. */
const shareOfReply: Readonly<Record<Step, number>> = { sent: 0.3, delivered: 0.6, read: 0.9 };

/**
 * Lets an accepted message go its way in the background: its statuses, each after the one before it was taken in, and
 * the person's answer. Resolves once the first status was delivered or attempted.
 */
export function travel(parts: Parts, message: Accepted): Promise<void> {
  const { number, user, at } = message;
  const script = scriptOf(user.key);
  const windowOpen = parts.windows.isOpen(number.id, user.key);
  const failure = failureOf(parts, message, script, windowOpen);
  const entryPoint = failure === undefined ? parts.entryPoints.answer(number.id, user.key, at) : undefined;
  const charge = chargeOf(message, windowOpen, entryPoint, parts.delivery.settings.version);
  return new Promise((firstDone) => {
    const go = async () => {
      for (const { status, after, charged } of stepsOf(parts, message, script, failure)) {
        if (!(await wait(parts, message, after))) return;
        arrive(parts, message, status);
        const priced = charged ? { charge } : {};
        const told = report(parts, message, { status, at: at + after, ...priced }, script.copies).then(firstDone);
        if (!parts.delivery.holds) await told;
      }
      if (failure === undefined) return answer(parts, message, script);
      const after = failure.after === undefined ? parts.pace.sent : parts.pace[failure.after];
      if (!(await wait(parts, message, after))) return;
      await report(parts, message, { status: 'failed', at: at + after, error: failure });
    };
    const ended = () => {
      if (message.template !== undefined) sendEnded(parts, number.account, message.template);
    };
    void parts.schedule.run(() => go().finally(ended)).finally(firstDone);
  });
}

interface PlannedStatus {
  status: StatusEvent['status'];
  /** Milliseconds after Meta accepted the message. */
  after: number;
  /** Meta: price and conversation are told with `sent`, and with the first of `delivered` and `read`. */
  charged: boolean;
}

/** A message is on the phone once it is delivered; a reaction, of which Meta tells no more, once it is sent. */
function arrive(
  parts: Parts,
  { number, request, template, user, wamid }: Accepted,
  status: StatusEvent['status'],
): void {
  if (request.reactsTo !== undefined) {
    const { content } = request;
    const emoji = typeof content === 'object' && content !== null && 'emoji' in content ? String(content.emoji) : '';
    parts.phones.react(number.id, user.key, 'business', request.reactsTo, emoji);
  } else if (status !== 'sent') {
    const quotes = request.quotes ?? null;
    const content = shownSend(request, template);
    parts.phones.show(number.id, user.key, { id: wamid, from: 'business', type: request.type, content, quotes });
  }
}

function stepsOf(parts: Parts, { request }: Accepted, script: Script, failure: Failure | undefined): PlannedStatus[] {
  const { pace } = parts;
  const plan = statusesOf(parts, request, script, failure);
  const arrives = plan.includes('delivered') ? 'delivered' : 'read';
  const after = (step: Step) => {
    if (step === 'sent' && script.answer === 'after-sent') return 0;
    return script.replies === undefined ? pace[step] : Math.min(pace[step], pace.reply * shareOfReply[step]);
  };
  const steps: PlannedStatus[] = plan.map((status) => ({
    status,
    after: after(status),
    charged: status === 'sent' || status === arrives,
  }));
  const heard = request.voice && plan.includes('read');
  return heard ? [...steps, { status: 'played', after: after('read') + pace.reply, charged: false }] : steps;
}

function statusesOf(parts: Parts, request: SendRequest, script: Script, failure: Failure | undefined): readonly Step[] {
  if (failure !== undefined) {
    return failure.after === undefined ? [] : failure.after === 'sent' ? ['sent'] : ['sent', 'delivered'];
  }
  // Meta: a reaction is only ever `sent`.
  if (request.type === 'reaction') return ['sent'];
  const plan = script.statuses ?? everyStep;
  const skips = parts.delivery.settings.skipDelivered && plan.includes('read');
  return skips ? plan.filter((status) => status !== 'delivered') : plan;
}

/** False when the sandbox closed meanwhile. */
function wait(parts: Parts, { at }: Accepted, after: number): Promise<boolean> {
  return parts.schedule.sleep(at + after - Date.now());
}

async function report(
  parts: Parts,
  message: Accepted,
  event: Pick<StatusEvent, 'status' | 'at' | 'charge' | 'error'>,
  copies = 1,
): Promise<void> {
  const { number, user, wamid, request } = message;
  const value = statusValue(number, user, { ...event, wamid, biz: request.biz, toUserId: request.to === undefined });
  await announce(parts, number.account, { field: 'messages', value, copies });
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
