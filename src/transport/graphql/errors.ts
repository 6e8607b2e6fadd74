import { GraphQLError } from 'graphql';
import { type ErrorCode, GatewayError } from '../../domain/errors.ts';
import { HTTP_STATUS } from '../errors.ts';
import { builder } from './builder.ts';
import { MessageType } from './message.ts';
import { MetaErrorType } from './meta-error.ts';
import { withoutValues } from './without-values.ts';

/** An expected failure as data. In a wrapper, since GraphQL takes an `Error` that a resolver returns for a thrown one. */
export interface Failure {
  readonly failure: GatewayError;
}

/** Which codes are members of result unions, and as what. Every other code ends a request as a GraphQL error. */
const MEMBER_OF_CODE: Readonly<Partial<Record<ErrorCode, string>>> = {
  INVALID_INPUT: 'InvalidInputError',
  WINDOW_CLOSED: 'WindowClosedError',
  OPTED_OUT: 'OptedOutError',
  TEMPLATE_MISMATCH: 'TemplateMismatchError',
  REJECTED_BY_META: 'RejectedByMetaError',
  RATE_LIMITED: 'RateLimitedError',
  UNCONFIRMED: 'UnconfirmedError',
  META_UNAVAILABLE: 'MetaUnavailableError',
  IDEMPOTENCY_CONFLICT: 'IdempotencyConflictError',
  FORBIDDEN: 'ForbiddenError',
  NOT_FOUND: 'NotFoundError',
};

export function memberOf({ failure }: Failure): string | undefined {
  return MEMBER_OF_CODE[failure.code];
}

const ErrorInterface = builder.interfaceRef<Failure>('Error').implement({
  description: 'An expected failure: data, not a GraphQL error.',
  resolveType: memberOf,
  fields: (t) => ({
    code: t.string({ description: 'Stable name, the same as in REST.', resolve: ({ failure }) => failure.code }),
    message: t.string({ description: 'What is wrong, for people.', resolve: ({ failure }) => failure.message }),
    field: t.string({
      nullable: true,
      description: 'The input at fault, such as `input.to`.',
      resolve: ({ failure }) => failure.details.field ?? null,
    }),
    retryable: t.boolean({
      description: 'True when the same call may succeed later.',
      resolve: ({ failure }) => failure.details.retryable ?? false,
    }),
    action: t.string({
      nullable: true,
      description: 'What to do about it, in a sentence.',
      resolve: ({ failure }) => failure.details.action ?? null,
    }),
  }),
});

const member = (name: string, description: string) =>
  builder.objectRef<Failure>(name).implement({ description, interfaces: [ErrorInterface] });

const withMessageRef = (name: string, description: string) => {
  const ref = member(name, description);
  builder.objectField(ref, 'messageRef', (t) =>
    t.field({
      type: MessageType,
      nullable: true,
      description: 'The stored message; null when nothing was stored.',
      resolve: ({ failure }) => failure.details.messageRef ?? null,
    }),
  );
  return ref;
};

export const InvalidInputError = member('InvalidInputError', 'Something in the input cannot be; `field` names it.');
export const ForbiddenError = member(
  'ForbiddenError',
  'Your key lacks the scope, your tenant is suspended, or the number is not yours.',
);
export const NotFoundError = member('NotFoundError', "What the input points at is not there, or is another's.");
export const IdempotencyConflictError = member(
  'IdempotencyConflictError',
  'The idempotency key was used for another message.',
);
export const WindowClosedError = member(
  'WindowClosedError',
  "The person has not written for 24 hours, as far as is known or by Meta's word: only a template may be sent.",
);
export const TemplateMismatchError = member(
  'TemplateMismatchError',
  "The template's parameters do not fit it; `parameter` names the one at fault.",
);
export const OptedOutError = withMessageRef(
  'OptedOutError',
  'The person stopped marketing messages from this number: no marketing template is sent until they allow them again.',
);
export const RejectedByMetaError = withMessageRef('RejectedByMetaError', 'Meta refused the message; `meta` says why.');
export const RateLimitedError = withMessageRef('RateLimitedError', 'Too many, too fast. It was not sent.');
export const UnconfirmedError = withMessageRef(
  'UnconfirmedError',
  'Meta did not answer and may have sent it. Do not send it again: its status follows by itself.',
);
export const MetaUnavailableError = withMessageRef('MetaUnavailableError', 'Meta was not reached. It was not sent.');

builder.objectField(WindowClosedError, 'templates', (t) =>
  t.stringList({
    description: 'Names of templates that may be sent instead.',
    resolve: ({ failure }) => [...(failure.details.templates ?? [])],
  }),
);
builder.objectField(TemplateMismatchError, 'parameter', (t) =>
  t.string({
    nullable: true,
    description: 'The parameter at fault.',
    resolve: ({ failure }) => failure.details.parameter ?? null,
  }),
);
builder.objectField(RejectedByMetaError, 'meta', (t) =>
  t.field({
    type: MetaErrorType,
    nullable: true,
    description: "Meta's error with our explanation; null when the message was taken back before Meta saw it.",
    resolve: ({ failure }) => failure.details.meta ?? null,
  }),
);
builder.objectField(RateLimitedError, 'retryAfterSeconds', (t) =>
  t.int({
    nullable: true,
    description: 'When to try again, in seconds from now; null when unknown.',
    resolve: ({ failure }) => failure.details.retryAfterSeconds ?? null,
  }),
);

/** For callers who name their fields as the application does. */
function asNamed(field: string): string {
  return field;
}

/**
 * Runs what answers with a result union: failures that are its members become data, all others stay thrown. `rename`
 * gives the caller's word for a field of the application's.
 */
export async function asData<T>(run: () => Promise<T>, rename = asNamed): Promise<T | Failure> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof GatewayError) || MEMBER_OF_CODE[error.code] === undefined) throw error;
    const { field } = error.details;
    // A quota that is used up is nothing that the caller wrote.
    if (field === undefined || error.code === 'RATE_LIMITED') return { failure: error };
    return { failure: new GatewayError(error.code, error.message, { ...error.details, field: rename(field) }) };
  }
}

/**
 * The one mapping from what was thrown to what a caller reads: expected failures with their code, GraphQL's own errors as
 * they are, and of everything else nothing but that it happened.
 */
export function toGraphQLError(error: unknown, report: (error: unknown) => void): GraphQLError {
  const cause = causeOf(error);
  const { nodes, path } = error instanceof GraphQLError ? error : { nodes: undefined, path: undefined };
  if (cause instanceof GatewayError) {
    return new GraphQLError(cause.message, { nodes, path, extensions: extensionsOf(cause) });
  }
  if (error instanceof GraphQLError && cause instanceof GraphQLError) return withoutValues(error);
  report(cause);
  // `unexpected` tells Yoga to answer 500 when there is no data at all.
  const extensions = { code: 'INTERNAL_SERVER_ERROR', unexpected: true };
  return new GraphQLError('Unexpected error.', { nodes, path, extensions });
}

/** What is told to whoever is not let in: with the status, and the time to wait, that REST would answer with. */
export function notAdmitted(error: unknown, report: (error: unknown) => void): GraphQLError {
  const told = toGraphQLError(error, report);
  if (!(error instanceof GatewayError)) return told;
  const { retryAfterSeconds } = error.details;
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  const http = { status: HTTP_STATUS[error.code], headers };
  return new GraphQLError(told.message, { extensions: { ...told.extensions, http } });
}

function extensionsOf({ code, details }: GatewayError): Record<string, unknown> {
  const { field, action, retryable, retryAfterSeconds } = details;
  return {
    code,
    ...(field !== undefined && { field }),
    ...(action !== undefined && { action }),
    ...(retryable !== undefined && { retryable }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(code === 'UNAUTHENTICATED' && { http: { status: 401 } }),
  };
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError !== undefined ? causeOf(error.originalError) : error;
}
