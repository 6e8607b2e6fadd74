/** What a file is by its own bytes, whatever it was called. */
export interface Inspected {
  /** The MIME type that its beginning shows; null when it shows none. Of Ogg with its codec: `audio/ogg; codecs=opus`. */
  readonly mimeType: string | null;
  /** True when it shows no type and reads as UTF-8 text. */
  readonly isText: boolean;
  /** An image's size in pixels, as it is meant to be seen; null for whatever else, and for images that cannot be read. */
  readonly width: number | null;
  readonly height: number | null;
  /** An image of several frames. */
  readonly animated: boolean;
}

/** Looks into files that strangers made. Never throws for what is in them. */
export interface Inspector {
  inspect(path: string): Promise<Inspected>;
  /** A WebP picture of at most 320 × 320 pixels; null when there is none to be made: no image, broken, too many pixels. */
  thumbnail(path: string, inspected: Inspected): Promise<Uint8Array | null>;
}
