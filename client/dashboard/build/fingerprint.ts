import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A hash over every file that a build of the dashboard reads, packages by the lockfile. */
export async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', ...(await clientFiles())]) {
    const text = await readFile(`${ROOT}${file}`);
    hash.update(`${file}\0${text.byteLength}\0`).update(text);
  }
  return hash.digest('hex');
}

async function clientFiles(): Promise<string[]> {
  const names = await readdir(`${ROOT}client`, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(ROOT.length))
    .filter((file) => !/^client\/dashboard\/(?:dist|node_modules)\//.test(file))
    .sort();
}
