import { invalidInput } from '../domain/errors.ts';
import { isJsonObject, type Json } from '../domain/json.ts';
import { foreign, isCredential, refuseCredentials } from './content-credentials.ts';
import { checkPayload, missing, wrongKind } from './content-fields.ts';

/** Kinds that have a form of their own, where their fields are checked. */
const OWN_FORM: readonly string[] = [
  ...['text', 'image', 'audio', 'video', 'document', 'sticker'],
  ...['location', 'contacts', 'interactive', 'reaction'],
];

/** What the gateway itself writes around a content: neither the name of a kind, nor to be smuggled in by one. */
const ENVELOPE: readonly string[] = [
  ...['to', 'recipient', 'recipient_type', 'recipient_identity_key_hash', 'messaging_product', 'type', 'context'],
  ...['status', 'message_id', 'typing_indicator', 'biz_opaque_callback_data'],
];

/** Of the envelope, what decides whom a message reaches. A newer kind may well have a `type` or `status` of its own. */
const ADDRESSING: readonly string[] = ['to', 'recipient', 'recipient_type', 'messaging_product'];

/**
 * Checks the envelope of a kind that is newer than this release: `raw.type` is a name of Meta's, `raw.value` an object of
 * bounded size without an address or credentials. Meta judges the rest.
 */
export function checkRaw(type: string, value: Json): void {
  if (!/^[a-z_]{1,64}$/.test(type)) {
    const message = `A type has 1 to 64 lower-case letters and underscores; this has ${[...type].length} characters.`;
    throw invalidInput('raw.type', message, "Give the type by Meta's name.");
  }
  if (OWN_FORM.includes(type)) {
    throw invalidInput('raw.type', `"${type}" has a form of its own.`, `Say it as \`${type}\`, where it is checked.`);
  }
  if (type === 'template') {
    throw invalidInput('raw.type', 'A template is not sent as a reply.', 'Send it as a template message.');
  }
  if (ENVELOPE.includes(type) || isCredential(type)) {
    throw invalidInput('raw.type', `"${type}" is no kind of message.`, 'The gateway writes this itself; leave it out.');
  }
  if (value === null) throw missing('raw.value', 'an object');
  if (!isJsonObject(value)) throw wrongKind('raw.value', 'an object', value);
  checkPayload('raw.value', value);
  for (const name of ADDRESSING) if (Object.hasOwn(value, name)) throw foreign(`raw.value.${name}`);
  refuseCredentials('raw.value', value);
}
