import type { MetaError, MetaErrorClass } from '../../domain/errors.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import { lookUp } from './error-table.ts';
import { array, number, object, shortText, text } from './json-guards.ts';

/** UTF-16 units; an error stands in events, which must stay small enough to deliver. */
const TITLE_LIMIT = 512;
const DETAILS_LIMIT = 4_096;

/** Errors of one message that are kept; Meta gives one. */
const MOST_ERRORS = 5;

/** An error of Meta's, explained, with what to make of it. */
export interface ExplainedError {
  readonly error: MetaError;
  readonly class: MetaErrorClass;
}

/**
 * Explains an answer's error envelope (`{ error: { code, … } }`) or one element of a webhook's `errors[]`; null when
 * there is no code to go by. `httpStatus` (0: none) decides only about a code that this release does not know.
 */
export function metaError(given: Json | undefined, httpStatus = 0): ExplainedError | null {
  const outer = object(given);
  const error = object(outer?.['error']) ?? outer;
  const code = codeOf(error?.['code']);
  if (error === null || code === null) return null;
  // 100 only says "a parameter"; what is wrong with it stands in the subcode, where that is one of our codes.
  const subcode = code === 100 ? codeOf(error['error_subcode']) : null;
  const telling = subcode !== null && (subcode === 33 || subcode > 1_000_000);
  const row = (telling ? lookUp(subcode) : null) ?? lookUp(code);
  const errorClass = row?.class ?? classOfUnknown(error, httpStatus);
  return {
    class: errorClass,
    error: {
      code,
      title: shortText(error['title'], TITLE_LIMIT) ?? titleIn(error['message']) ?? row?.title ?? 'Unknown error',
      details: detailsOf(error),
      fbtraceId: shortText(error['fbtrace_id'], TITLE_LIMIT),
      meaning: row?.meaning ?? 'Meta gave a code that this release of the gateway does not know.',
      action: row?.action ?? "Read the details, and look the code up on Meta's page of error codes.",
      retryable: errorClass === 'later',
    },
  };
}

/** Explains what stands in a message's `errors[]`; those without a code are left out. */
export function metaErrors(given: Json | undefined): MetaError[] {
  return (array(given) ?? []).slice(0, MOST_ERRORS).flatMap((error) => metaError(error)?.error ?? []);
}

/** Codes are integers; some samples write them as strings. */
function codeOf(value: Json | undefined): number | null {
  const code = number(value);
  return code !== null && Number.isSafeInteger(code) && code >= 0 ? code : null;
}

function classOfUnknown(error: JsonObject, httpStatus: number): MetaErrorClass {
  if (error['is_transient'] === true) return 'later';
  return httpStatus >= 500 ? 'doubtful' : 'never';
}

/** An envelope's message is mostly `(#code) title`; other messages are sentences and stand as they are. */
function titleIn(message: Json | undefined): string | null {
  return shortText(text(message)?.replace(/^\(#\d+\)\s*/, ''), TITLE_LIMIT);
}

function detailsOf(error: JsonObject): string | null {
  return shortText(
    text(object(error['error_data'])?.['details']) ?? text(error['details']) ?? text(error['error_user_msg']) ?? null,
    DETAILS_LIMIT,
  );
}
