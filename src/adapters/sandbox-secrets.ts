import { randomBytes, randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a sandbox needs and nobody gave: made at its first start and kept with its data, readable by its owner only. */
export interface SandboxSecrets {
  readonly masterKey: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly accounts: readonly SandboxAccountSecrets[];
}

export interface SandboxAccountSecrets {
  readonly wabaId: string;
  readonly accessToken: string;
  readonly phoneNumberId: string;
}

/** Two accounts: the rented one, and one for trying `whatsappConfig`. */
const ACCOUNTS = 2;

export async function openSandboxSecrets(file: string): Promise<SandboxSecrets> {
  try {
    return checked(JSON.parse(await readFile(file, 'utf8')), file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const made: SandboxSecrets = {
    masterKey: `dk_test_${randomBytes(24).toString('hex')}`,
    appSecret: randomBytes(16).toString('hex'),
    verifyToken: randomBytes(12).toString('hex'),
    accounts: Array.from({ length: ACCOUNTS }, () => ({
      wabaId: metaId(),
      accessToken: `EAAG${randomBytes(48).toString('hex')}`,
      phoneNumberId: metaId(),
    })),
  };
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}

/** 15 digits, as Meta's ids have. */
function metaId(): string {
  return `1${randomInt(1e13, 1e14)}`.padEnd(15, '0');
}

function checked(value: unknown, file: string): SandboxSecrets {
  const secrets = value as Partial<SandboxSecrets> | null;
  const complete =
    typeof secrets?.masterKey === 'string' &&
    typeof secrets.appSecret === 'string' &&
    typeof secrets.verifyToken === 'string' &&
    secrets.accounts?.length === ACCOUNTS;
  if (complete) return secrets as SandboxSecrets;
  throw new Error(`${file} does not hold the sandbox's secrets; move it away and start again to make new ones.`);
}
