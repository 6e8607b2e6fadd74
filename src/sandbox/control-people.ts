import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { BusinessNumber } from './accounts.ts';
import { businessNumber, orderOf, type Rules, sendThis } from './control-body.ts';
import { ControlError } from './control-error.ts';
import { changePerson } from './identity-change.ts';
import { announce, type Parts } from './parts.ts';
import { isPossiblePhone, isUserId } from './phone.ts';
import { callValue, preferenceValue } from './user-events.ts';
import type { User } from './users.ts';

interface Who {
  Params: { who: string };
}

const to = z.string().optional();
const toRule = 'must be one of your numbers: its id, or the number as +964…';

const changeExample = { phone: '9647700000055' };
const change = z.strictObject({ phone: z.string().optional(), userId: z.string().optional(), to });
const changeRules: Rules = {
  phone: 'must be digits in international form',
  userId: 'must be a string such as IQ.1349120865530274',
  to: toRule,
};

const preferenceExample = { marketing: 'stop' };
const preference = z.strictObject({ marketing: z.enum(['stop', 'resume']), to });
const preferenceRules: Rules = { marketing: 'must be "stop" or "resume"', to: toRule };

const callExample = { event: 'connect' };
const call = z.strictObject({
  event: z.enum(['connect', 'terminate']).default('connect'),
  callId: z.string().min(1).max(200).optional(),
  status: z.enum(['COMPLETED', 'FAILED']).default('COMPLETED'),
  seconds: z.int().min(0).max(86_400).default(30),
  to,
});
const callRules: Rules = {
  event: 'must be "connect" or "terminate"',
  callId: 'must be the id that the connect was answered with',
  status: 'must be "COMPLETED" or "FAILED"',
  seconds: 'must be whole seconds from 0 to 86400',
  to: toRule,
};

/** What people do beside writing: change their number or user id, stop marketing, call. */
export function addPeopleControls(app: FastifyInstance, parts: Parts): void {
  app.post<Who>('/sandbox/people/:who/change', async (request) => {
    const { phone: given, userId, to: number } = orderOf(request, change, changeRules, changeExample);
    const phone = given?.replace(/[+ ]/g, '');
    if ((phone === undefined) === (userId === undefined)) {
      throw new ControlError(`Exactly one of \`phone\` and \`userId\` is needed. ${sendThis(changeExample)}`);
    }
    if (phone !== undefined && !isPossiblePhone(phone)) {
      throw new ControlError(`\`phone\` ${changeRules['phone']}. ${sendThis(changeExample)}`);
    }
    if (userId !== undefined && !isUserId(userId)) {
      throw new ControlError(`\`userId\` ${changeRules['userId']}. ${sendThis(changeExample)}`);
    }
    const only = number === undefined ? undefined : businessNumber(parts, number);
    const find = (one: BusinessNumber) => personFor(parts, one, request.params.who);
    return changePerson(parts, { phone, userId, only, find });
  });

  app.post<Who>('/sandbox/people/:who/preferences', async (request) => {
    const { marketing, to: given } = orderOf(request, preference, preferenceRules, preferenceExample);
    const number = businessNumber(parts, given);
    const user = personFor(parts, number, request.params.who);
    const pair = `${number.id} ${user.key}`;
    if (marketing === 'stop') parts.optOuts.set(pair, true);
    else parts.optOuts.delete(pair);
    const value = preferenceValue(number, user, marketing, Date.now());
    void announce(parts, number.account, { field: 'user_preferences', value });
    return { who: user.key, number: number.id, marketing };
  });

  app.post<Who>('/sandbox/people/:who/call', async (request) => {
    const given = orderOf(request, call, callRules, callExample);
    if (given.event === 'terminate' && given.callId === undefined) {
      throw new ControlError('`callId` is missing: send the id that the connect was answered with.');
    }
    const number = businessNumber(parts, given.to);
    const user = personFor(parts, number, request.params.who);
    const id = given.callId ?? `wacid.${randomBytes(24).toString('base64')}`;
    // Meta: a call of the user's opens the window as a message does.
    if (given.event === 'connect') parts.windows.open(number.id, user.key);
    void announce(parts, number.account, {
      field: 'calls',
      value: callValue(number, user, { ...given, id }, Date.now()),
    });
    return { callId: id, event: given.event, number: number.id };
  });
}

/** Who goes by this phone or user id now. Throws `ControlError` for what is neither. */
export function personFor(parts: Parts, { account }: BusinessNumber, who: string): User {
  const name = parts.users.current(account, who.replace(/[+ ]/g, ''));
  if (isUserId(name)) return parts.users.byUserId(account, name);
  if (isPossiblePhone(name)) return parts.users.byPhone(account, name);
  throw new ControlError(
    `<phone or user id>: "${who}" is neither digits in international form nor like IQ.1349120865530274.`,
  );
}
