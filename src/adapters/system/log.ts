import { type DestinationStream, pino } from 'pino';
import type { Log } from '../../ports/system.ts';

const SECRET_NAMES = [
  'accessToken',
  'access_token',
  'appSecret',
  'appSecrets',
  'authorization',
  'cookie',
  'encryptionKey',
  'encryptionKeys',
  'ENCRYPTION_KEY',
  'META_ACCESS_TOKEN',
  'META_APP_SECRET',
  'META_VERIFY_TOKEN',
  'key',
  'masterKey',
  'password',
  'secret',
  'token',
  'verifyToken',
  'verifyTokens',
  'x-dijla-key',
];

/** Values that are secret wherever they stand: Meta's tokens, our keys, webhook secrets, bearer and query tokens. */
const SECRET_VALUES =
  /EAA[A-Za-z0-9]{16,}|dk_(?:live|test)_\w+|whsec_[\w+/=]+|(?<=[Bb]earer\s+)[\w.~+/=-]{8,}|(?<=access_token=)[^&\s"]+/g;

/** A secret by its name at any depth, in a line as it is written. */
const SECRET_FIELDS = new RegExp(`("(?:${SECRET_NAMES.join('|')})":)"(?:[^"\\\\]|\\\\.)*"`, 'gi');
/** Shorter ones would cut up other words. */
const LEAST_SECRET = 8;

/**
 * JSON lines on stdout (or `destination`), with secrets cut out by name and by value, in errors too. `secrets` are the
 * gateway's own, which have no look to be known by.
 */
export function createLog(level: string, destination?: DestinationStream, secrets: readonly string[] = []): Log {
  const own = secrets
    .filter((secret) => secret.length >= LEAST_SECRET)
    .flatMap((secret) => [JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  const clean = (line: string) =>
    own.reduce(
      (rest, secret) => rest.replaceAll(secret, '…'),
      line.replace(SECRET_VALUES, '…').replace(SECRET_FIELDS, '$1"…"'),
    );
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRET_NAMES.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]), censor: '…' },
    serializers: { error: describeError },
    hooks: { streamWrite: clean },
  };
  const log = destination === undefined ? pino(options) : pino(options, destination);
  return {
    debug: (message, fields) => log.debug(fields ?? {}, message),
    info: (message, fields) => log.info(fields ?? {}, message),
    warn: (message, fields) => log.warn(fields ?? {}, message),
    error: (message, fields) => log.error(fields ?? {}, message),
  };
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause === undefined ? {} : { cause: describeError(cause) }) };
}
