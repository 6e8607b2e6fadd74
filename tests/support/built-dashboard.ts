import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../architecture/imports.ts';

/** Before any test: no page is judged by what an earlier source was built into. Does nothing when nothing changed. */
export function setup(): void {
  execFileSync(process.execPath, [join(ROOT, 'client/dashboard/build/build.ts')], { stdio: 'inherit' });
}
