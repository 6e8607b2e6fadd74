import type { MetaError, MetaErrorClass } from '../domain/errors.ts';
import type { InboundItem } from '../domain/inbound.ts';
import type { Json } from '../domain/json.ts';
import type { AcceptedSend, OutboundSend } from '../domain/outbound.ts';
import type { Template } from '../domain/tenant.ts';
import type { CloudMedia } from './cloud-media.ts';
import type { TemplateApi } from './template-api.ts';

/** Reaches one number. The token is used for the call and kept nowhere. */
export interface NumberCredentials {
  readonly accessToken: string;
  readonly phoneNumberId: string;
}

export interface AccountCredentials {
  readonly accessToken: string;
  readonly wabaId: string;
}

/**
 * What one call came to. `refused` is Meta's answer with a code; `notWritten` means that surely no byte of the request left
 * (DNS, connect, TLS); `unknown` is everything doubtful: time-out, reset, 5xx, an answer that cannot be read.
 */
export type SendOutcome =
  | AcceptedSend
  | {
      readonly kind: 'refused';
      readonly class: MetaErrorClass;
      readonly error: MetaError;
      /** From `Retry-After`, when Meta gave one. */
      readonly retryAfterSeconds: number | null;
      readonly answer: Json;
    }
  | { readonly kind: 'notWritten'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string; readonly error: MetaError | null; readonly answer: Json };

/** An answer to a question (not a send): asking again is always safe. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string; readonly error: MetaError | null };

export interface NumberFacts {
  /** E.164 with `+`. */
  readonly display: string;
  readonly verifiedName: string | null;
  readonly quality: string | null;
}

/**
 * A webhook taken apart. `problems` names what could not be understood; the raw body is kept either way. An item whose
 * JSON is over 256 KiB has `raw` cut to `{ "_truncated": true, "bytes": n }`, and long texts in its content are cut.
 */
export interface ParsedWebhook {
  readonly items: readonly InboundItem[];
  readonly problems: readonly string[];
}

/** Meta's WhatsApp Cloud API, both directions. */
export interface CloudApi extends CloudMedia {
  /** The body that `send` would put on the wire, without handle or token. */
  render(send: OutboundSend): Json;
  /** One POST, never retried, no redirects, 30 s. `handle` comes back in the message's statuses. */
  send(credentials: NumberCredentials, send: OutboundSend, handle: string): Promise<SendOutcome>;
  /**
   * Shows the person that their message, and with it every earlier one, was read; with `typing` also that an answer is
   * being written, until it comes or for 25 s. Meta takes it for 30 days after the message. One POST, never retried.
   */
  markRead(credentials: NumberCredentials, whatsappId: string, typing: boolean): Promise<Answer<null>>;
  /** Every template of the account, all pages. */
  listTemplates(credentials: AccountCredentials): Promise<Answer<readonly Template[]>>;
  /** Changes them. */
  readonly templates: TemplateApi;
  describeNumber(credentials: NumberCredentials): Promise<Answer<NumberFacts>>;
  describeAccount(credentials: AccountCredentials): Promise<Answer<{ readonly name: string }>>;
  /** Whether the number is among those of the account, as Meta lists them. */
  hasNumber(credentials: AccountCredentials, phoneNumberId: string): Promise<Answer<boolean>>;
  /** True when `signature` (`sha256=` and 64 hex digits) is the HMAC of exactly these bytes under one of the secrets. */
  verify(body: Uint8Array, signature: string, secrets: readonly string[]): boolean;
  /**
   * Takes a body apart; never throws, whatever the bytes. `receivedAt` (epoch ms) stands in for missing times. Null when
   * that would hold up the event loop (over 256 KiB or 1,000 items): such a body is for `parseLarge`.
   */
  parse(body: Uint8Array, receivedAt: number): ParsedWebhook | null;
  /**
   * Takes a body of any size apart, off the event loop, in parts of ≤ 500 items and ≤ 512 KiB (or one item); all
   * problems come with the first. The next part is made when it is asked for. Rejects when the parser cannot work.
   */
  parseLarge(body: Uint8Array, receivedAt: number): AsyncIterable<ParsedWebhook>;
}
