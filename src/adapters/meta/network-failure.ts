/**
 * Codes of failures before the first byte of a request: no name, no connection, or no trust in the other side's
 * certificate, which is checked before the request is written. Anything else may have happened after it.
 */
const BEFORE_THE_FIRST_BYTE: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_TLS_CERT_ALTNAME_FORMAT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_TLS_HANDSHAKE_TIMEOUT',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

export interface NetworkFailure {
  /** True when surely no byte of the request left. */
  readonly notWritten: boolean;
  /** Made of codes only: an error's own message may quote the request, and with it the token. */
  readonly reason: string;
}

/** Tells what a failed fetch came to, from the codes along its chain of causes. */
export function networkFailure(error: unknown): NetworkFailure {
  if (hasName(error, 'TimeoutError')) return { notWritten: false, reason: 'Meta did not answer in time.' };
  const codes = [...codesOf(error)];
  const [code] = codes;
  if (code === undefined) return { notWritten: false, reason: 'The connection to Meta failed.' };
  // A host with several addresses fails once per address, and only if all of them failed.
  const notWritten = codes.every((each) => BEFORE_THE_FIRST_BYTE.has(each));
  const what = notWritten ? 'Meta could not be reached' : 'The connection to Meta broke';
  return { notWritten, reason: `${what} (${code}).` };
}

function hasName(error: unknown, name: string): boolean {
  for (const each of chainOf(error)) if (each.name === name) return true;
  return false;
}

/** Codes of the innermost failures. A connection that was never made (syscall `connect`) counts as refused. */
function* codesOf(error: unknown): Generator<string> {
  const innermost = [...chainOf(error)].at(-1);
  const failures: unknown[] = innermost instanceof AggregateError ? innermost.errors : [innermost];
  for (const failure of failures) {
    if (!(failure instanceof Error)) continue;
    const syscall = 'syscall' in failure ? failure.syscall : undefined;
    const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : failure.name;
    yield code === 'ETIMEDOUT' && syscall === 'connect' ? 'UND_ERR_CONNECT_TIMEOUT' : code.slice(0, 60);
  }
}

/** The error and its causes, outermost first. */
function* chainOf(error: unknown): Generator<Error> {
  let current = error;
  for (let depth = 0; depth < 6 && current instanceof Error; depth++) {
    yield current;
    current = current.cause;
  }
}
