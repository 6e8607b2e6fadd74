import type { MetaError } from './errors.ts';

/**
 * What Meta tells about a message beside its content. Each member is there only when Meta tells it, so that the common
 * message costs nothing.
 */
export interface MessageOrigin {
  /** Passed on from another chat. */
  readonly forwarded?: true;
  /** Passed on more than 5 times; `forwarded` is then true as well. */
  readonly frequentlyForwarded?: true;
  /** The product about which the person asks. */
  readonly referredProduct?: ReferredProduct;
  /** The ad or post through which the person came. */
  readonly referral?: Referral;
  /** Why the message is not whole, such as a file that Meta could not fetch; inbound only. */
  readonly errors?: readonly MetaError[];
}

export interface ReferredProduct {
  readonly catalogId: string | null;
  readonly productRetailerId: string | null;
}

/** Meta's words, each null when it gives none. */
export interface Referral {
  readonly sourceUrl: string | null;
  readonly sourceId: string | null;
  /** `ad` or `post`. */
  readonly sourceType: string | null;
  readonly headline: string | null;
  readonly body: string | null;
  /** `image` or `video`. */
  readonly mediaType: string | null;
  readonly imageUrl: string | null;
  readonly videoUrl: string | null;
  readonly thumbnailUrl: string | null;
  /** Meta's click id; ads in WhatsApp's own status have none. */
  readonly ctwaClid: string | null;
  readonly ref: string | null;
  /** The greeting that the ad showed. */
  readonly welcomeMessage: string | null;
}
