/** What the gateway refused for a reason that is not part of a result: a wrong key, a cursor too old, a bad document. */
export class GatewayClientError extends Error {
  override readonly name = 'GatewayClientError';
  /** `UNAUTHENTICATED`, `FORBIDDEN`, `CURSOR_EXPIRED`, `CURSOR_INVALID` …; `UNKNOWN` when the gateway gave none. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A GraphQL error as it comes over any transport. */
export interface ErrorLike {
  readonly message: string;
  readonly extensions?: { readonly [name: string]: unknown } | undefined;
}

export function errorOf(errors: readonly ErrorLike[]): GatewayClientError {
  const [first] = errors;
  const code = first?.extensions?.['code'];
  return new GatewayClientError(typeof code === 'string' ? code : 'UNKNOWN', first?.message ?? 'The gateway refused.');
}
