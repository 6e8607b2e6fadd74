const LONGEST = 8;

/** How a file is called for short: by its name's ending, else by its type: `PDF`. Both are what a stranger says. */
export function kindOfFile(name: string | null, mimeType: string | null): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name ?? '')?.[1];
  const sub = /^[\w.+-]+\/([\w.+-]+)/
    .exec(mimeType ?? '')?.[1]
    ?.split('.')
    .at(-1);
  return (ending ?? sub ?? 'file').slice(0, LONGEST).toUpperCase();
}
