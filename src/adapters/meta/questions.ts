import type { Json, JsonObject } from '../../domain/json.ts';
import type { Template } from '../../domain/tenant.ts';
import type { AccountCredentials, Answer, NumberCredentials, NumberFacts } from '../../ports/cloud-api.ts';
import { metaError } from './errors.ts';
import { type GraphCall, type GraphClient, isGraphId, isToken } from './graph-client.ts';
import { array, object, text, usableId } from './json-guards.ts';

/** An account holds at most 6,000 templates; a page of them with carousels may pass the usual limit of 1 MiB. */
const PAGE_SIZE = 100;
const MAX_PAGES = 100;
const MAX_PAGE_BYTES = 8 * 1024 * 1024;

const TEMPLATE_FIELDS = 'id,name,language,status,category,parameter_format,components';

/** Reads every page. The next page is asked for by its cursor; an address in an answer is never followed. */
export async function listTemplates(
  ask: GraphClient,
  { accessToken, wabaId }: AccountCredentials,
): Promise<Answer<readonly Template[]>> {
  const templates: Template[] = [];
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await question(ask, wabaId, {
      path: `${wabaId}/message_templates`,
      accessToken,
      query: { fields: TEMPLATE_FIELDS, limit: String(PAGE_SIZE), ...(after !== null && { after }) },
      maxBytes: MAX_PAGE_BYTES,
    });
    if (!answer.ok) return answer;
    const rows = array(answer.value['data']);
    if (rows === null) return unreadable('a list of templates');
    templates.push(...rows.flatMap((row) => templateOf(row, wabaId) ?? []));
    const next = nextCursor(answer.value, rows.length);
    if (next === null) return { ok: true, value: templates };
    if (next === after) break;
    after = next;
  }
  return { ok: false, reason: `Meta's list of templates did not end within ${MAX_PAGES} pages.`, error: null };
}

/** Meta gives a cursor on the last page too; only `next`, or a page as full as asked for, says that there is more. */
function nextCursor(page: JsonObject, rows: number): string | null {
  const paging = object(page['paging']);
  if (rows === 0 || (text(paging?.['next']) === null && rows < PAGE_SIZE)) return null;
  return usableId(object(paging?.['cursors'])?.['after']);
}

function templateOf(row: Json, wabaId: string): Template | null {
  const given = object(row);
  const id = usableId(given?.['id']);
  const name = text(given?.['name']);
  const language = text(given?.['language']);
  if (given === null || id === null || name === null || language === null) return null;
  return {
    id,
    wabaId,
    name,
    language,
    status: text(given['status']) ?? '',
    category: text(given['category']) ?? '',
    parameterFormat: given['parameter_format'] === 'NAMED' ? 'NAMED' : 'POSITIONAL',
    components: array(given['components']) ?? [],
  };
}

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
