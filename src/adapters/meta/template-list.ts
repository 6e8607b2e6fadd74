import type { Json, JsonObject } from '../../domain/json.ts';
import type { Template } from '../../domain/tenant.ts';
import type { AccountCredentials, Answer } from '../../ports/cloud-api.ts';
import type { GraphClient } from './graph-client.ts';
import { array, object, text, usableId } from './json-guards.ts';
import { question, unreadable } from './questions.ts';

/** An account holds at most 6,000 templates; a page of them with carousels may pass the usual limit of 1 MiB. */
const PAGE_SIZE = 100;
const MAX_PAGES = 100;
const MAX_PAGE_BYTES = 8 * 1024 * 1024;

const FIELDS = 'id,name,language,status,category,parameter_format,components';
const FURTHER_FIELDS = `${FIELDS},quality_score,rejected_reason,sub_category,previous_category`;

/** Reads every page. Graph refuses a whole question for one field that a version lacks; it is then asked for less. */
export async function listTemplates(
  ask: GraphClient,
  credentials: AccountCredentials,
): Promise<Answer<readonly Template[]>> {
  const answer = await readPages(ask, credentials, FURTHER_FIELDS);
  const lacksField = !answer.ok && answer.error?.code === 100;
  return lacksField ? readPages(ask, credentials, FIELDS) : answer;
}

/** The next page is asked for by its cursor; an address in an answer is never followed. */
async function readPages(
  ask: GraphClient,
  { accessToken, wabaId }: AccountCredentials,
  fields: string,
): Promise<Answer<readonly Template[]>> {
  const templates: Template[] = [];
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await question(ask, wabaId, {
      path: `${wabaId}/message_templates`,
      accessToken,
      query: { fields, limit: String(PAGE_SIZE), ...(after !== null && { after }) },
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
    quality: text(object(given['quality_score'])?.['score']) ?? text(given['quality_score']),
    subCategory: text(given['sub_category']),
    previousCategory: text(given['previous_category']),
    rejectedReason: given['rejected_reason'] === 'NONE' ? null : text(given['rejected_reason']),
  };
}
