import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A secret, and the way by which it was given. */
export interface Secret {
  readonly name: string;
  readonly value: string;
}

/** Where a text was found that may hold none of them. */
export interface Swept {
  readonly where: string;
  readonly text: string;
}

/** The secret as it is and as it is written elsewhere. */
function formsOf(value: string): readonly string[] {
  const escaped = JSON.stringify(value).slice(1, -1);
  return [
    ...[value, escaped, JSON.stringify(escaped).slice(1, -1), encodeURIComponent(value)],
    ...[value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
    // Base64 of a text in which the secret begins at any of the three places within a group.
    ...[0, 1, 2].map((shift) =>
      Buffer.from(' '.repeat(shift) + value)
        .toString('base64')
        .slice(shift === 0 ? 0 : 4, -4),
    ),
    Buffer.from(value).toString('hex'),
  ];
}

/** `<way>, in <where>` for every secret that can be read somewhere. */
export function hitsOf(secrets: readonly Secret[], places: readonly Swept[]): readonly string[] {
  return secrets.flatMap(({ name, value }) => {
    const forms = formsOf(value);
    return places
      .filter(({ text }) => forms.some((form) => text.includes(form)))
      .map(({ where }) => `${name}, in ${where}`);
  });
}

/** Every file below a folder, byte for byte: the store, its log and its index, media, the spool. */
export async function filesOf(folder: string): Promise<readonly Swept[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async ({ name, parentPath }) => ({ where: name, text: await readFile(join(parentPath, name), 'latin1') })),
  );
}

/** What anybody on the machine can see of a process; what it was given in its environment is the operator's own. */
export async function processOf(pid: number): Promise<readonly Swept[]> {
  return Promise.all(
    ['cmdline', 'comm', 'status'].map(async (file) => ({
      where: `/proc/${file}`,
      text: await readFile(`/proc/${pid}/${file}`, 'latin1').catch(() => ''),
    })),
  );
}
