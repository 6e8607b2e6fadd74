import { GatewayError } from '../../domain/errors.ts';

/** A quota that is used up is no field of the request. */
const QUOTA = /^quotas\./;

/** The application's field names in REST's words; any other field `x` is `message.x`. */
const REST_NAMES: Readonly<Record<string, string>> = {
  'template.name': 'message.templateName',
  'template.language': 'message.languageCode',
  'template.components': 'message.components',
  'template.parameters': 'message.parameters',
  credentials: 'whatsappConfig',
  'credentials.accessToken': 'whatsappConfig.accessToken',
  'credentials.phoneNumberId': 'whatsappConfig.phoneNumberId',
  idempotencyKey: 'Idempotency-Key',
  wait: 'Prefer',
  expiresInSeconds: 'message.expiresIn',
};

/**
 * `written` says how this caller wrote a field that has several spellings (`image.link` → `message.mediaUrl`), and what
 * stands below it (`raw.value.x` → `message.pin.x`).
 */
export function restField(name: string, written: Readonly<Record<string, string>> = {}): string {
  if (QUOTA.test(name)) return name;
  const above = Object.keys(written).find((known) => name.startsWith(`${known}.`));
  if (above !== undefined && written[name] === undefined) return `${written[above]}${name.slice(above.length)}`;
  return written[name] ?? REST_NAMES[name] ?? `message.${name}`;
}

/** Runs a call of the application; the field that its failure names is renamed to the caller's own. */
export async function inRestWords<T>(written: Readonly<Record<string, string>>, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof GatewayError) || error.details.field === undefined) throw error;
    const field = restField(error.details.field, written);
    throw new GatewayError(error.code, error.message, { ...error.details, field });
  }
}
