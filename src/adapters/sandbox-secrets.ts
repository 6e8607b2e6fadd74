import { randomBytes, randomInt } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a sandbox needs and nobody gave: made at its first start and kept with its data, readable by its owner only. */
export interface SandboxSecrets {
  readonly masterKey: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** For credentials that tenants store: 32 bytes, base64. */
  readonly encryptionKey: string;
  readonly accounts: readonly SandboxAccountSecrets[];
}

export interface SandboxAccountSecrets {
  readonly wabaId: string;
  readonly accessToken: string;
  readonly phoneNumberId: string;
  /** Of an app of its own, which the account has when its webhooks go to an address of their own. */
  readonly appSecret: string;
  readonly verifyToken: string;
}

/** Two accounts: the rented one, and one for trying `whatsappConfig`. */
const ACCOUNTS = 2;

export async function openSandboxSecrets(file: string): Promise<SandboxSecrets> {
  try {
    return await completed(checked(JSON.parse(await readFile(file, 'utf8')), file), file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const made: SandboxSecrets = {
    masterKey: `dk_test_${randomBytes(24).toString('hex')}`,
    appSecret: randomBytes(16).toString('hex'),
    verifyToken: randomBytes(12).toString('hex'),
    encryptionKey: randomBytes(32).toString('base64'),
    accounts: Array.from({ length: ACCOUNTS }, () => ({
      wabaId: metaId(),
      accessToken: `EAAG${randomBytes(48).toString('hex')}`,
      phoneNumberId: metaId(),
      ...appOfItsOwn(),
    })),
  };
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}

function appOfItsOwn(): Pick<SandboxAccountSecrets, 'appSecret' | 'verifyToken'> {
  return { appSecret: randomBytes(16).toString('hex'), verifyToken: randomBytes(12).toString('hex') };
}

/** What an older release's file lacks is made and added; the rest stays. */
async function completed(secrets: KnownSecrets, file: string): Promise<SandboxSecrets> {
  const { encryptionKey = randomBytes(32).toString('base64') } = secrets;
  const accounts = secrets.accounts.map((account) => ({ ...appOfItsOwn(), ...account }));
  const whole: SandboxSecrets = { ...secrets, encryptionKey, accounts };
  const text = `${JSON.stringify(whole, null, 2)}\n`;
  const lacks =
    secrets.encryptionKey === undefined || secrets.accounts.some(({ appSecret }) => appSecret === undefined);
  if (!lacks) return whole;
  // In one step, so that a crash leaves one of the two.
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return whole;
}

/** What every release has written, and perhaps the rest. */
type KnownSecrets = Pick<SandboxSecrets, 'masterKey' | 'appSecret' | 'verifyToken'> &
  Partial<Pick<SandboxSecrets, 'encryptionKey'>> & {
    readonly accounts: readonly (Pick<SandboxAccountSecrets, 'wabaId' | 'accessToken' | 'phoneNumberId'> &
      Partial<SandboxAccountSecrets>)[];
  };

/** 15 digits, as Meta's ids have. */
function metaId(): string {
  return `1${randomInt(1e13, 1e14)}`.padEnd(15, '0');
}

function checked(value: unknown, file: string): KnownSecrets {
  const secrets = value as Partial<SandboxSecrets> | null;
  const complete =
    typeof secrets?.masterKey === 'string' &&
    typeof secrets.appSecret === 'string' &&
    typeof secrets.verifyToken === 'string' &&
    secrets.accounts?.length === ACCOUNTS;
  if (complete) return secrets as KnownSecrets;
  throw new Error(`${file} does not hold the sandbox's secrets; move it away and start again to make new ones.`);
}
