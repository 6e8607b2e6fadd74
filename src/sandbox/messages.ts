import type { BusinessNumber } from './accounts.ts';
import { type Fault, FaultError, refuses } from './faults.ts';
import { GraphError } from './graph-errors.ts';
import { wamid } from './ids.ts';
import { type Accepted, travel } from './journey.ts';
import type { Parts } from './parts.ts';
import { type Script, scriptOf } from './people.ts';
import { isUserId, recipientDigits } from './phone.ts';
import { isReadReceipt, parseReadReceipt, parseSend, type SendRequest } from './send-request.ts';
import { holdForQuality } from './template-life.ts';
import { checkParameters } from './template-parameters.ts';
import type { Template } from './templates.ts';
import type { User } from './users.ts';

export interface SendAnswer {
  body: object;
  /** Null for a read receipt. */
  wamid: string | null;
  /** The connection is to break instead of carrying the body. */
  lost: boolean;
  /** What a rule does to the answer of this accepted call. */
  fault?: Fault | undefined;
}

/**
 * `POST /{phone number id}/messages`: judges, accepts and starts the message on its way, or marks an inbound message as
 * read. Throws `GraphError` with Meta's code for everything that Meta refuses at once.
 */
export async function answerMessages(parts: Parts, number: BusinessNumber, body: object): Promise<SendAnswer> {
  if (isReadReceipt(body)) return markRead(parts, number, body);
  const request = parseSend(body);
  if (request.group) throw new GraphError(131041, 'The sandbox has no groups.');
  const user = recipientOf(parts, number, request);
  if (user.phone === number.digits) throw new GraphError(131021, 'Recipient and sender are the same number.');
  const facts = { call: 'messages', number: number.id, user, template: request.template?.name } as const;
  const fault = parts.faults.take('answer', facts);
  if (fault !== undefined && refuses(fault)) throw new FaultError(fault);
  const template = templateOf(parts, number, request);
  checkMedia(parts, number, request);
  parts.limits.spendNumber(number.id);
  parts.limits.spendPair(number.id, user.key);
  refuseByScript(parts, number, user);

  const id = wamid(user.phone ?? user.userId, 'outbound');
  parts.messages.set(id, { numberId: number.id, direction: 'outbound', type: request.type, userKey: user.key });
  const { answer } = scriptOf(user.key);
  const held = await depart(parts, { wamid: id, number, user, request, template, at: Date.now() }, answer);
  const messageStatus = { message_status: held ? 'held_for_quality_assessment' : 'accepted' };
  const named = request.to === undefined ? { user_id: request.recipient } : { wa_id: user.phone };
  return {
    body: {
      messaging_product: 'whatsapp',
      contacts: [{ input: request.to ?? request.recipient, ...named }],
      messages: [{ id, ...(template === undefined ? {} : messageStatus) }],
    },
    wamid: id,
    lost: answer === 'lost',
    fault,
  };
}

/** Starts an accepted message on its way. True when it is held until its template's quality is judged. */
async function depart(parts: Parts, message: Accepted, answer: Script['answer']): Promise<boolean> {
  const { template } = message;
  if (template !== undefined) {
    template.life.undelivered++;
    const fails = { code: 132015, details: `template (${template.name}) is paused due to low quality` };
    const held = holdForQuality(template, (verdict) => {
      void travel(parts, { ...message, at: Date.now(), ...(verdict === 'fail' ? { fails } : {}) });
    });
    if (held) return true;
  }
  const firstStatus = travel(parts, message);
  if (answer === 'after-sent') await firstStatus;
  return false;
}

function markRead(parts: Parts, number: BusinessNumber, body: object): SendAnswer {
  const { id, typing } = parseReadReceipt(body);
  const message = parts.messages.get(id);
  if (message?.direction !== 'inbound' || message.numberId !== number.id) {
    throw new GraphError(131009, `message_id '${id}' is not a message that this number received.`);
  }
  parts.phones.read(number.id, message.userKey, id, typing);
  return { body: { success: true }, wamid: null, lost: false };
}

/** Meta: when both are given, `to` wins. */
function recipientOf(parts: Parts, number: BusinessNumber, request: SendRequest): User {
  if (request.to !== undefined) {
    const digits = recipientDigits(request.to, number.digits);
    if (digits === null) throw new GraphError(131009, `Param to is not a phone number: '${request.to}'.`);
    return parts.users.byPhone(number.account, digits);
  }
  const userId = request.recipient ?? '';
  if (!isUserId(userId)) throw new GraphError(131009, `Param recipient is not a business-scoped user id: '${userId}'.`);
  return parts.users.byUserId(number.account, userId);
}

function templateOf(parts: Parts, number: BusinessNumber, request: SendRequest): Template | undefined {
  const { template: given, to } = request;
  if (given === undefined) return undefined;
  const template = parts.templates.forSend(number.account.wabaId, given.name, given.language.code);
  checkParameters(template, given);
  if (template.category === 'AUTHENTICATION' && to === undefined) {
    throw new GraphError(131062, 'Authentication templates cannot be sent to a business-scoped user id.');
  }
  return template;
}

function checkMedia(parts: Parts, number: BusinessNumber, request: SendRequest): void {
  for (const { kind, id, link } of request.media) {
    if (id !== undefined && parts.media.find(id)?.numberId !== number.id) {
      throw new GraphError(100, `Param ${kind}['id'] is not a valid whatsapp business account media attachment ID.`);
    }
    if (link !== undefined && !URL.canParse(link)) {
      throw new GraphError(131009, `Param ${kind}['link'] is not a valid address.`);
    }
  }
}

/** Some people's calls are refused, always or so many times before each one that is accepted. */
function refuseByScript(parts: Parts, number: BusinessNumber, user: User): void {
  const { refuses } = scriptOf(user.key);
  if (refuses === undefined) return;
  const pair = `${number.id} ${user.key}`;
  const refused = parts.refusals.get(pair) ?? 0;
  if (refuses.times !== 'always' && refused >= refuses.times) {
    parts.refusals.delete(pair);
    return;
  }
  parts.refusals.set(pair, refused + 1);
  throw new GraphError(refuses.code, 'Sandbox: this person is made to be refused (see GET /sandbox/people).');
}
