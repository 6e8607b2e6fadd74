import type { JsonObject } from '../../domain/json.ts';
import type { AccountCredentials, Answer, NumberCredentials, NumberFacts } from '../../ports/cloud-api.ts';
import { metaError } from './errors.ts';
import { type GraphCall, type GraphClient, isGraphId, isToken } from './graph-client.ts';
import { array, object, text } from './json-guards.ts';

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

/** Pages of an account's numbers that are looked through: far more than the numbers an account may have. */
const NUMBER_PAGES = 50;

export async function hasNumber(
  ask: GraphClient,
  { accessToken, wabaId }: AccountCredentials,
  phoneNumberId: string,
): Promise<Answer<boolean>> {
  let after: string | null = null;
  for (let page = 0; page < NUMBER_PAGES; page += 1) {
    const query: Record<string, string> = { fields: 'id', limit: '100', ...(after !== null && { after }) };
    const answer = await question(ask, wabaId, { path: `${wabaId}/phone_numbers`, accessToken, query });
    if (!answer.ok) return answer;
    const listed = array(answer.value['data']);
    if (listed === null) return unreadable('a list of numbers');
    if (listed.some((one) => text(object(one)?.['id']) === phoneNumberId)) return { ok: true, value: true };
    const paging = object(answer.value['paging']);
    const next = text(object(paging?.['cursors'])?.['after']);
    // Meta gives a cursor with the last page too, but no address of a next one.
    if (next === null || next === after || paging?.['next'] === undefined) break;
    after = next;
  }
  return { ok: true, value: false };
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
