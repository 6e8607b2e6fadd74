import { dirname, join } from 'node:path';
import { z } from 'zod';
import { parseIpRange } from './domain/ip-range.ts';

/** Everything that the environment decides. Off and on are two shapes: `meta` in live mode is whole or not there. */
export type Config = CommonConfig & (LiveConfig | SandboxConfig);

export interface CommonConfig {
  readonly http: {
    readonly port: number;
    readonly host: string;
    readonly publicUrl: string | null;
    readonly allowedOrigins: readonly string[];
    readonly supportUrl: string | null;
    /** Addresses and CIDR ranges of the operator's own proxies. */
    readonly trustedProxies: readonly string[];
    /** How many connections may be open from one address, and how many sockets, streams and polls with one key. */
    readonly connections: { readonly perAddress: number; readonly perKey: number };
  };
  readonly storeUrl: string;
  readonly media: MediaConfig;
  readonly graphVersion: string;
  readonly retention: { readonly eventDays: number; readonly rawDays: number };
  readonly logLevel: string;
  /** 32 bytes each, base64: the first seals stored credentials, all open them. */
  readonly encryptionKeys: readonly string[];
}

/** Where media files are kept: a folder, or a bucket of S3 or its like (`prefix` with its slash, or ''). */
export type MediaConfig =
  | { readonly kind: 'folder'; readonly path: string }
  | {
      readonly kind: 'bucket';
      readonly bucket: string;
      readonly prefix: string;
      /** Null: Amazon's own. */
      readonly endpoint: string | null;
      readonly region: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
    };

export interface LiveConfig {
  readonly mode: 'live';
  readonly masterKey: string;
  readonly meta: {
    readonly graphUrl: string;
    readonly accessToken: string;
    readonly phoneNumberId: string;
    readonly wabaId: string;
    readonly appSecrets: readonly string[];
    readonly verifyTokens: readonly string[];
  };
}

export interface SandboxConfig {
  readonly mode: 'sandbox';
  /** Null: made at the first start and kept with the data. */
  readonly masterKey: string | null;
}

/** A start that cannot be: every problem at once, one line each, naming its variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration has ${problems.length} problem(s):\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.problems = problems;
  }
}

const CREDENTIALS = ['META_ACCESS_TOKEN', 'META_PHONE_NUMBER_ID', 'META_WABA_ID'] as const;
const BUCKET_CREDENTIALS = ['MEDIA_S3_ACCESS_KEY_ID', 'MEDIA_S3_SECRET_ACCESS_KEY'] as const;
const METAS_SECRETS = ['META_APP_SECRET', 'META_VERIFY_TOKEN'] as const;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'is not a whole number')
    .transform(Number)
    .refine((n) => n >= least && n <= most, `must lie between ${least} and ${most}`);

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const url = (protocols: RegExp, what: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.test(new URL(text).protocol), `is not ${what}`);

/** Every variable that the gateway reads; `.env.example` lists the same (a test compares them). */
const VARIABLES = {
  GATEWAY_MODE: z.enum(['live', 'sandbox'], 'is neither live nor sandbox').optional(),
  PORT: wholeNumber(0, 65_535).optional(),
  HOST: z.string().optional(),
  DIJLA_MASTER_KEY: z.string().min(16, 'needs at least 16 characters').optional(),
  META_ACCESS_TOKEN: z.string().optional(),
  META_PHONE_NUMBER_ID: z.string().regex(/^\d+$/, "is not an id of Meta's; it is digits only").optional(),
  META_WABA_ID: z.string().regex(/^\d+$/, "is not an id of Meta's; it is digits only").optional(),
  META_APP_SECRET: list.optional(),
  META_VERIFY_TOKEN: list.optional(),
  META_GRAPH_URL: url(/^https?:$/, 'an http(s) address')
    .refine((text) => text.startsWith('https:') || isLoopback(text), 'may be http on loopback only; use https')
    .optional(),
  META_GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, 'is not a version such as v25.0')
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(?:file:.+|postgres(?:ql)?:\/\/.+)$/, 'is neither file:<path> nor postgres://…')
    .optional(),
  MEDIA_URL: z
    .string()
    .refine(
      (text) => /^file:.+$/.test(text) || isBucket(text),
      'is neither file:<folder> nor s3://<bucket>/<prefix>?region=…&endpoint=https://…',
    )
    .optional(),
  MEDIA_S3_ACCESS_KEY_ID: z.string().optional(),
  MEDIA_S3_SECRET_ACCESS_KEY: z.string().optional(),
  ENCRYPTION_KEY: list
    .refine(
      (keys) => keys.every((key) => Buffer.from(key, 'base64').length === 32),
      'must be 32 bytes in base64 (several, comma-separated, while rotating)',
    )
    .optional(),
  ALLOWED_ORIGINS: list
    .refine(
      (origins) => origins.every((o) => o === '*' || isOrigin(o)),
      'must list origins such as https://example.com',
    )
    .optional(),
  PUBLIC_URL: url(/^https?:$/, 'an http(s) address').optional(),
  SUPPORT_URL: url(/^(?:https|mailto):$/, 'an https or mailto link').optional(),
  TRUSTED_PROXIES: list
    .refine(
      (ranges) => ranges.every((range) => parseIpRange(range) !== null),
      'must list IP addresses or CIDR ranges such as 10.0.0.0/8',
    )
    .optional(),
  CONNECTIONS_PER_ADDRESS: wholeNumber(1, 20_000).optional(),
  CONNECTIONS_PER_KEY: wholeNumber(1, 20_000).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'is none of debug, info, warn, error').optional(),
  EVENT_RETENTION_DAYS: wholeNumber(1, 3_650).optional(),
  RAW_RETENTION_DAYS: wholeNumber(1, 3_650).optional(),
} as const;

export const VARIABLE_NAMES = Object.keys(VARIABLES);

/** Loads `.env` from the working directory (the real environment wins), then reads the configuration. */
export function loadConfig(): Config {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return readConfig(process.env);
}

/** The configuration, complete, or a ConfigError that names every problem. Pure. An empty variable counts as unset. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(VARIABLE_NAMES.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const parsed = z.object(VARIABLES).safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`);
  const set = (name: string) => given[name] !== undefined;
  const missing = (names: readonly string[], why: string) =>
    problems.push(...names.filter((name) => !set(name)).map((name) => `${name} is not set${why}.`));

  const anyCredential = [...CREDENTIALS, ...METAS_SECRETS].some(set);
  const mode = given['GATEWAY_MODE'] ?? (anyCredential ? 'live' : 'sandbox');
  if (mode === 'live') {
    const why = anyCredential ? ', but other META_ variables are: set all or none' : ' (GATEWAY_MODE=live needs it)';
    missing([...CREDENTIALS, ...METAS_SECRETS], why);
    missing(['DIJLA_MASTER_KEY'], " (the operator's key, at least 16 characters)");
    if (given['DIJLA_MASTER_KEY']?.startsWith('dk_test_')) {
      problems.push('DIJLA_MASTER_KEY is a sandbox key (dk_test_…), which never works live.');
    }
  }
  if (given['MEDIA_URL']?.startsWith('s3:')) missing(BUCKET_CREDENTIALS, ', but MEDIA_URL names a bucket');
  else if (BUCKET_CREDENTIALS.some(set)) {
    problems.push('MEDIA_URL names no bucket (s3://…), but the keys of one are set.');
  }
  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems);
  const v = parsed.data;

  const storeUrl = v.DATABASE_URL ?? (mode === 'live' ? 'file:data/gateway.db' : 'file:data/sandbox.db');
  const common: CommonConfig = {
    http: {
      port: v.PORT ?? 5_000,
      host: v.HOST ?? '0.0.0.0',
      publicUrl: v.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
      allowedOrigins: v.ALLOWED_ORIGINS ?? [],
      supportUrl: v.SUPPORT_URL ?? null,
      trustedProxies: v.TRUSTED_PROXIES ?? [],
      connections: { perAddress: v.CONNECTIONS_PER_ADDRESS ?? 2_000, perKey: v.CONNECTIONS_PER_KEY ?? 1_000 },
    },
    storeUrl,
    media: mediaOf(v.MEDIA_URL ?? `file:${besideStore(storeUrl, mode === 'live' ? 'media' : 'sandbox-media')}`, {
      accessKeyId: v.MEDIA_S3_ACCESS_KEY_ID ?? '',
      secretAccessKey: v.MEDIA_S3_SECRET_ACCESS_KEY ?? '',
    }),
    graphVersion: v.META_GRAPH_VERSION ?? 'v25.0',
    retention: { eventDays: v.EVENT_RETENTION_DAYS ?? 30, rawDays: v.RAW_RETENTION_DAYS ?? 30 },
    logLevel: v.LOG_LEVEL ?? 'info',
    encryptionKeys: v.ENCRYPTION_KEY ?? [],
  };
  if (mode === 'sandbox') return { ...common, mode, masterKey: v.DIJLA_MASTER_KEY ?? null };
  return {
    ...common,
    mode: 'live',
    masterKey: v.DIJLA_MASTER_KEY ?? '',
    meta: {
      graphUrl: v.META_GRAPH_URL ?? 'https://graph.facebook.com',
      accessToken: v.META_ACCESS_TOKEN ?? '',
      phoneNumberId: v.META_PHONE_NUMBER_ID ?? '',
      wabaId: v.META_WABA_ID ?? '',
      appSecrets: v.META_APP_SECRET ?? [],
      verifyTokens: v.META_VERIFY_TOKEN ?? [],
    },
  };
}

/** `file:data/gateway.db` → `data/media`; a store elsewhere leaves `data`. */
function besideStore(storeUrl: string, name: string): string {
  const path = /^file:(?:\/\/(?=\/))?(.+)$/.exec(storeUrl)?.[1];
  return join(path === undefined ? 'data' : dirname(path), name);
}

/** `s3://bucket/prefix?region=…&endpoint=https://…`; http on loopback only. */
function isBucket(text: string): boolean {
  if (!/^s3:\/\/[a-z0-9][a-z0-9.-]{1,62}(?:[/?]|$)/.test(text) || !URL.canParse(text)) return false;
  const endpoint = new URL(text).searchParams.get('endpoint');
  if (endpoint === null) return true;
  return (
    URL.canParse(endpoint) && (endpoint.startsWith('https:') || (endpoint.startsWith('http:') && isLoopback(endpoint)))
  );
}

function mediaOf(text: string, keys: { readonly accessKeyId: string; readonly secretAccessKey: string }): MediaConfig {
  const path = /^file:(?:\/\/(?=\/))?(.+)$/.exec(text)?.[1];
  if (path !== undefined) return { kind: 'folder', path };
  const { hostname, pathname, searchParams } = new URL(text);
  const prefix = pathname.replace(/^\/+|\/+$/g, '');
  return {
    kind: 'bucket',
    bucket: hostname,
    prefix: prefix === '' ? '' : `${prefix}/`,
    endpoint: searchParams.get('endpoint'),
    region: searchParams.get('region') ?? 'us-east-1',
    ...keys,
  };
}

function isLoopback(text: string): boolean {
  const { hostname } = new URL(text);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/** What the operator configured, for the log to keep to itself. The sandbox's own are made later, and shown anyway. */
export function secretsOf(config: Config): readonly string[] {
  const bucket = config.media.kind === 'bucket' ? [config.media.secretAccessKey] : [];
  const own = [...config.encryptionKeys, ...bucket];
  if (config.mode === 'sandbox') return config.masterKey === null ? own : [config.masterKey, ...own];
  const { accessToken, appSecrets, verifyTokens } = config.meta;
  return [config.masterKey, accessToken, ...appSecrets, ...verifyTokens, ...own];
}
