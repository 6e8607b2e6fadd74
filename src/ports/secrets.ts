/** Where a sealed text belongs. Sealed for one place it opens in no other. */
export interface SecretPlace {
  readonly tenantId: string;
  /** The row's id, such as `num_…`. */
  readonly row: string;
}

/** A text under a data key of its own, and that key wrapped by the key-encryption key that `keyId` names. */
export interface Sealed {
  /** Follows from the key-encryption key and tells nothing of it: 16 hexadecimal digits. */
  readonly keyId: string;
  /** The wrapped data key, base64. */
  readonly wrap: string;
  /** The text under the data key, base64. */
  readonly box: string;
}

/** Envelope encryption of what must be kept and never be readable at rest. */
export interface Secrets {
  /** False without a key: nothing can be sealed or opened. */
  readonly ready: boolean;
  /** True when one of our keys has wrapped it. */
  knows(sealed: Sealed): boolean;
  /** Under the first key. Throws without one. */
  seal(place: SecretPlace, text: string): Sealed;
  /** Null when no key of ours opens it, when it was changed, or when it belongs elsewhere. */
  open(place: SecretPlace, sealed: Sealed): string | null;
  /** The same text with its data key wrapped by the first key; null when it is so already, or does not open. */
  rewrap(place: SecretPlace, sealed: Sealed): Sealed | null;
}
