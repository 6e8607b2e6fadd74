/** Throws for a key that could leave its folder or prefix. Keys come from ids of ours, so a bad one is our mistake. */
export function checkedKey(key: string): string {
  if (/^[\w-]{1,64}$/.test(key)) return key;
  throw new TypeError('A key of a media file has 1 to 64 letters, digits, underscores and dashes.');
}
