import type { JsonObject } from '../../domain/json.ts';
import type { AccountCredentials } from '../../ports/cloud-api.ts';
import type { ChangeOutcome, TemplateApi } from '../../ports/template-api.ts';
import { metaError } from './errors.ts';
import { type GraphCall, type GraphClient, isGraphId, isToken } from './graph-client.ts';
import { object, text, usableId } from './json-guards.ts';
import { failedOutcome } from './send-outcome.ts';

/** Creates and deletes templates: one request each, never repeated. */
export function templateApi(ask: GraphClient): TemplateApi {
  return {
    create: (credentials, definition) =>
      change(ask, credentials, { method: 'POST', body: definition }, (answer) => {
        const id = usableId(answer['id']);
        if (id === null) return null;
        const category = text(answer['category']) ?? text(definition['category']) ?? '';
        return { id, status: text(answer['status']) ?? 'PENDING', category };
      }),
    delete: (credentials, name, id) =>
      change(ask, credentials, { method: 'DELETE', query: { name, ...(id !== null && { hsm_id: id }) } }, (answer) =>
        answer['success'] === true ? true : null,
      ).then((outcome) => (outcome.kind === 'done' ? { kind: 'done', value: null } : outcome)),
  };
}

/** `read` answers null when the answer does not say that it was done. */
async function change<T>(
  ask: GraphClient,
  { accessToken, wabaId }: AccountCredentials,
  call: Pick<GraphCall, 'method' | 'query' | 'body'>,
  read: (answer: JsonObject) => T | null,
): Promise<ChangeOutcome<T>> {
  if (!isGraphId(wabaId)) return refusedHere(33, "The account's id is none of Meta's; nothing was asked.");
  if (!isToken(accessToken)) return refusedHere(190, 'The access token is not one; nothing was asked.');
  const answer = await ask({ path: `${wabaId}/message_templates`, accessToken, ...call });
  if (answer.kind === 'answer' && answer.status >= 200 && answer.status < 300) {
    const body = object(answer.body);
    const value = body === null ? null : read(body);
    if (value !== null) return { kind: 'done', value };
    const reason = `Meta answered ${answer.label} and not whether it was done.`;
    return { kind: 'unknown', reason, error: metaError(answer.body)?.error ?? null, answer: answer.body ?? null };
  }
  return failedOutcome(answer);
}

function refusedHere(code: number, details: string): ChangeOutcome<never> {
  const explained = metaError({ code, details });
  if (explained === null) return { kind: 'notWritten', reason: details };
  return { kind: 'refused', ...explained, retryAfterSeconds: null, answer: null };
}
