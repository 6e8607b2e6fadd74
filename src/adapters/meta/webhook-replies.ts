import type { Json, JsonObject } from '../../domain/json.ts';
import type { CallPermission, InteractiveReplyContent } from '../../domain/message.ts';
import { flag, object, text, time } from './json-guards.ts';
import { readJson } from './json-text.ts';

const REPLY_TYPES = ['button_reply', 'list_reply', 'nfm_reply', 'call_permission_reply'] as const;

/** A tap on a button of a template. */
export function buttonReply(body: JsonObject): InteractiveReplyContent {
  const rest = { description: null, response: null };
  return {
    kind: 'interactive_reply',
    replyType: 'button',
    id: text(body['payload']),
    title: text(body['text']),
    ...rest,
  };
}

/** A tap on a button or a row, the end of a flow, or an answer about calls; null for what none of them is. */
export function interactiveReply(body: JsonObject): InteractiveReplyContent | null {
  const replyType = REPLY_TYPES.find((type) => type === body['type'] || Object.hasOwn(body, type));
  const reply = replyType === undefined ? null : object(body[replyType]);
  if (replyType === undefined || reply === null) return null;
  const common = {
    kind: 'interactive_reply',
    replyType,
    id: text(reply['id']),
    title: text(reply['title']) ?? text(reply['body']),
    description: text(reply['description']),
  } as const;
  switch (replyType) {
    case 'nfm_reply':
      return { ...common, ...formAnswers(reply) };
    case 'call_permission_reply':
      // Its members in the form in which a flow brings its answers, and typed beside it.
      return { ...common, response: JSON.stringify(reply), ...callPermission(reply) };
    default:
      return { ...common, response: text(reply['response_json']) };
  }
}

function formAnswers(reply: JsonObject) {
  const [name, bodyText, response] = [text(reply['name']), text(reply['body']), text(reply['response_json'])];
  const answers = response === null ? undefined : answersIn(response);
  return {
    response,
    ...(name !== null && { name }),
    ...(bodyText !== null && { bodyText }),
    ...(answers !== undefined && { answers }),
  };
}

/** The JSON in a text, as careful with depth and long numbers as with a webhook; undefined for what is none. */
function answersIn(response: string): Json | undefined {
  const read = readJson(new TextEncoder().encode(response));
  return read.ok ? read.value : undefined;
}

function callPermission(reply: JsonObject): { callPermission?: CallPermission } {
  const response = text(reply['response']);
  if (response === null) return {};
  const expires = time(reply['expiration_timestamp']);
  return {
    callPermission: {
      response,
      permanent: flag(reply['is_permanent']),
      expiresAt: expires === null ? null : new Date(expires).toISOString(),
      source: text(reply['response_source']),
    },
  };
}
