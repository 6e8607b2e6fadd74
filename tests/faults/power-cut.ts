import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const DISK_BYTES = 96 * 1024 * 1024;

/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: what was not flushed is gone, as when the power goes. */
const SHUTDOWN = `
import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack('I', 2))
`;

/** A disk of its own, whose power can be cut. */
export interface Disk {
  /** A folder on it. */
  readonly folder: string;
  /** Drops everything that is not on the platter; nothing can be written from here on. */
  cutPower(): Promise<void>;
  /** The machine comes up again: the file system recovers from its journal. Nobody may have a file open. */
  comeBack(): Promise<void>;
  dispose(): Promise<void>;
}

/** Makes the disk (ext4 on a loop device), or says why that cannot be done here. */
export async function makeDisk(): Promise<Disk | { readonly couldNotRun: string }> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return { couldNotRun: 'it needs root on Linux' };
  const base = await mkdtemp(join(tmpdir(), 'gateway-disk-'));
  const [image, mountPoint] = [join(base, 'image'), join(base, 'mnt')];
  // The file system itself writes nothing back for a minute: only what is flushed is safe.
  const mount = () => run('mount', ['-o', 'loop,commit=60', image, mountPoint]);
  try {
    await mkdir(mountPoint);
    const file = await open(image, 'w');
    await file.truncate(DISK_BYTES);
    await file.close();
    await run('mkfs.ext4', ['-q', '-F', image]);
    await run('python3', ['-c', 'import fcntl']);
    await mount();
  } catch (error) {
    await rm(base, { recursive: true, force: true });
    return { couldNotRun: `there is no ext4 on a loop device to be had here (${firstLine(error)})` };
  }
  return {
    folder: mountPoint,
    cutPower: async () => void (await run('python3', ['-c', SHUTDOWN, mountPoint])),
    async comeBack() {
      await run('umount', [mountPoint]);
      await mount();
    },
    async dispose() {
      await run('umount', [mountPoint]);
      await rm(base, { recursive: true, force: true });
    },
  };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 2).join(' ').slice(0, 200);
}
