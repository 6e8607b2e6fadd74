import type { JsonObject } from '../../domain/json.ts';
import type { AccountCredentials, Answer, NumberCredentials, NumberFacts } from '../../ports/cloud-api.ts';
import { metaError } from './errors.ts';
import { type GraphCall, type GraphClient, isGraphId, isToken } from './graph-client.ts';
import { object, text } from './json-guards.ts';

export async function describeNumber(
  ask: GraphClient,
  { accessToken, phoneNumberId }: NumberCredentials,
): Promise<Answer<NumberFacts>> {
  const answer = await question(ask, phoneNumberId, {
    path: phoneNumberId,
    accessToken,
    query: { fields: 'id,display_phone_number,verified_name,quality_rating' },
  });
  if (!answer.ok) return answer;
  // Written for people: `+1 631-555-5555`.
  const digits = text(answer.value['display_phone_number'])?.replaceAll(/\D/g, '') ?? '';
  if (digits === '') return unreadable('a phone number');
  return {
    ok: true,
    value: {
      display: `+${digits}`,
      verifiedName: text(answer.value['verified_name']),
      quality: text(answer.value['quality_rating']),
    },
  };
}

export async function describeAccount(
  ask: GraphClient,
  { accessToken, wabaId }: AccountCredentials,
): Promise<Answer<{ readonly name: string }>> {
  const answer = await question(ask, wabaId, { path: wabaId, accessToken, query: { fields: 'id,name' } });
  if (!answer.ok) return answer;
  const name = text(answer.value['name']);
  return name === null ? unreadable('an account') : { ok: true, value: { name } };
}

export async function markRead(
  ask: GraphClient,
  { accessToken, phoneNumberId }: NumberCredentials,
  whatsappId: string,
  typing: boolean,
): Promise<Answer<null>> {
  const answer = await question(ask, phoneNumberId, {
    method: 'POST',
    path: `${phoneNumberId}/messages`,
    accessToken,
    body: {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: whatsappId,
      ...(typing && { typing_indicator: { type: 'text' } }),
    },
  });
  if (!answer.ok) return answer;
  return answer.value['success'] === true ? { ok: true, value: null } : unreadable('`success`');
}

type Question = Omit<GraphCall, 'method'> & Partial<Pick<GraphCall, 'method'>>;

/** Asks Meta, and tells why there is no answer in a sentence that holds no token. */
export async function question(ask: GraphClient, id: string, call: Question): Promise<Answer<JsonObject>> {
  if (!isGraphId(id)) return { ok: false, reason: "The id is none of Meta's: digits only.", error: null };
  if (!isToken(call.accessToken)) return { ok: false, reason: 'The access token is not one.', error: null };
  const answer = await ask({ method: 'GET', ...call });
  if (answer.kind === 'failure') return { ok: false, reason: answer.reason, error: null };
  const body = object(answer.body);
  if (answer.status >= 200 && answer.status < 300 && body !== null) return { ok: true, value: body };
  const error = metaError(answer.body, answer.status)?.error ?? null;
  return { ok: false, reason: error?.meaning ?? `Meta answered ${answer.label}.`, error };
}

export function unreadable(what: string): { readonly ok: false; readonly reason: string; readonly error: null } {
  return { ok: false, reason: `Meta's answer does not hold ${what}.`, error: null };
}
