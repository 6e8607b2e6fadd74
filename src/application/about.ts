/** What the shell of a user interface needs to know of this gateway, whoever asks. */
export interface About {
  /** The release, as in package.json. */
  readonly version: string;
  /** Where help is: an https, mailto or wa.me address; null when none was configured. */
  readonly supportUrl: string | null;
}
