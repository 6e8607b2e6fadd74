import { dirname, join } from 'node:path';
import { openSandboxSecrets, type SandboxAccountSecrets } from './adapters/sandbox-secrets.ts';
import type { Config, LiveConfig, SandboxConfig } from './config.ts';
import type { Log } from './ports/system.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox/cloud-api.ts';

/** The WhatsApp side: Meta with the operator's credentials, or the sandbox with made-up ones. */
export interface Upstream {
  readonly masterKey: string;
  readonly graphUrl: string;
  readonly master: { readonly accessToken: string; readonly phoneNumberId: string; readonly wabaId: string };
  readonly appSecrets: readonly string[];
  readonly verifyTokens: readonly string[];
  /** For stored credentials; the sandbox has one of its own behind those of the environment. */
  readonly encryptionKeys: readonly string[];
  /** Null when live. */
  readonly sandbox: {
    readonly server: Sandbox;
    /** The number behind the master credentials, E.164. */
    readonly number: string;
    /** A second account, for trying credentials in the payload, and stored ones. */
    readonly direct: SandboxAccountSecrets;
  } | null;
}

/** The sandbox's numbers: Iraqi, as Dijla Tech's are, and assigned to nobody. */
const SANDBOX_NUMBERS = ['+9647800000001', '+9647800000002'] as const;
const SANDBOX_NAMES = ['Dijla Tech (sandbox)', 'Direct Tenant (sandbox)'] as const;

/** `callbackUrl` is asked when the sandbox delivers, since the port may be chosen at listening. */
export async function openUpstream(
  config: Config,
  log: Log,
  callbackUrl: () => string,
  pace: Pick<SandboxOptions, 'pace' | 'retryDelays'> = {},
): Promise<Upstream> {
  return config.mode === 'live' ? live(config) : sandbox(config, log, callbackUrl, pace);
}

function live({ encryptionKeys, masterKey, meta }: Config & LiveConfig): Upstream {
  const { graphUrl, appSecrets, verifyTokens, ...master } = meta;
  return { masterKey, graphUrl, master, appSecrets, verifyTokens, encryptionKeys, sandbox: null };
}

async function sandbox(
  config: Config & SandboxConfig,
  log: Log,
  callbackUrl: () => string,
  pace: Pick<SandboxOptions, 'pace' | 'retryDelays'>,
): Promise<Upstream> {
  const secrets = await openSandboxSecrets(secretsFile(config.storeUrl));
  const [master, direct] = secrets.accounts;
  if (master === undefined || direct === undefined) throw new Error('the sandbox has two accounts');
  const server = await startSandbox({
    ...pace,
    appSecret: secrets.appSecret,
    verifyToken: secrets.verifyToken,
    callbackUrl,
    accounts: [master, direct].map(({ wabaId, accessToken, phoneNumberId, appSecret, verifyToken }, index) => ({
      wabaId,
      token: accessToken,
      // The first account's webhooks come to the operator's address, whatever happens.
      ...(index > 0 && { app: { appSecret, verifyToken } }),
      numbers: [{ id: phoneNumberId, phone: SANDBOX_NUMBERS[index] ?? '', name: SANDBOX_NAMES[index] ?? '' }],
    })),
    log: (message, detail) => log.debug(`sandbox: ${message}`, detail),
  });
  return {
    masterKey: config.masterKey ?? secrets.masterKey,
    graphUrl: server.url,
    master,
    appSecrets: [secrets.appSecret],
    verifyTokens: [secrets.verifyToken],
    encryptionKeys: [...config.encryptionKeys, secrets.encryptionKey],
    sandbox: { server, number: SANDBOX_NUMBERS[0], direct },
  };
}

/** Beside the store's file: `data/sandbox.db` → `data/sandbox-secrets.json`. */
function secretsFile(storeUrl: string): string {
  const path = /^file:(?:\/\/(?=\/))?(.+)$/.exec(storeUrl)?.[1];
  return path === undefined ? join('data', 'sandbox-secrets.json') : join(dirname(path), 'sandbox-secrets.json');
}
