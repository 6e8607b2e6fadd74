import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, VARIABLE_NAMES } from '../../src/config.ts';
import { read } from '../architecture/imports.ts';

const LIVE = {
  DIJLA_MASTER_KEY: 'a-master-key-of-some-length',
  META_ACCESS_TOKEN: 'EAAtoken',
  META_PHONE_NUMBER_ID: '100000000000001',
  META_WABA_ID: '200000000000002',
  META_APP_SECRET: 'old-secret, new-secret',
  META_VERIFY_TOKEN: 'verify-me',
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('mode', () => {
  it('is a sandbox when nothing of Meta is set', () => {
    expect(readConfig({})).toMatchObject({ mode: 'sandbox', storeUrl: 'file:data/sandbox.db', http: { port: 5_000 } });
  });

  it('is live when all of Meta is set', () => {
    const config = readConfig(LIVE);
    expect(config).toMatchObject({ mode: 'live', storeUrl: 'file:data/gateway.db' });
    expect(config.mode === 'live' && config.meta).toMatchObject({
      graphUrl: 'https://graph.facebook.com',
      appSecrets: ['old-secret', 'new-secret'],
    });
  });

  it('can be forced to sandbox whatever else is set', () => {
    expect(readConfig({ GATEWAY_MODE: 'sandbox', META_ACCESS_TOKEN: 'EAA' }).mode).toBe('sandbox');
  });
});

describe('a start that cannot be', () => {
  it('names every missing variable of a half-configured start at once', () => {
    const problems = problemsOf({ META_ACCESS_TOKEN: 'EAA', PORT: 'many' }).join('\n');
    for (const name of [
      'META_PHONE_NUMBER_ID',
      'META_WABA_ID',
      'META_APP_SECRET',
      'META_VERIFY_TOKEN',
      'DIJLA_MASTER_KEY',
      'PORT',
    ]) {
      expect(problems).toContain(name);
    }
  });

  it('counts a lone app secret as half-configured', () => {
    expect(problemsOf({ META_APP_SECRET: 'secret' }).join('\n')).toContain('META_ACCESS_TOKEN is not set');
  });

  it.each([
    ['a short master key', { DIJLA_MASTER_KEY: 'short' }],
    ['a sandbox key in live mode', { DIJLA_MASTER_KEY: 'dk_test_0123456789abcdef' }],
    ['plain http to a host that is not loopback', { META_GRAPH_URL: 'http://graph.example.com' }],
    ['an unknown mode', { GATEWAY_MODE: 'staging' }],
    ['an encryption key of the wrong size', { ENCRYPTION_KEY: 'c2hvcnQ=' }],
    ['an origin with a path', { ALLOWED_ORIGINS: 'https://example.com/app' }],
  ])('refuses %s', (_what, change) => {
    const problems = problemsOf({ ...LIVE, ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(Object.keys(change)[0]);
  });
});

describe('media', () => {
  const KEYS = { MEDIA_S3_ACCESS_KEY_ID: 'id', MEDIA_S3_SECRET_ACCESS_KEY: 'secret' };

  it('is kept beside the store unless a folder is named', () => {
    expect(readConfig({}).media).toEqual({ kind: 'folder', path: 'data/sandbox-media' });
    expect(readConfig(LIVE).media).toEqual({ kind: 'folder', path: 'data/media' });
    const elsewhere = { DATABASE_URL: 'file:/srv/store.db' };
    expect(readConfig({ ...LIVE, ...elsewhere }).media).toEqual({ kind: 'folder', path: '/srv/media' });
    expect(readConfig({ ...LIVE, ...elsewhere, MEDIA_URL: 'file:/files' }).media).toMatchObject({ path: '/files' });
  });

  it('is kept in a bucket with its keys', () => {
    const MEDIA_URL = 's3://files/whatsapp/media/?region=eu-central-1&endpoint=https://s3.example.com';
    expect(readConfig({ ...LIVE, ...KEYS, MEDIA_URL }).media).toEqual({
      kind: 'bucket',
      bucket: 'files',
      prefix: 'whatsapp/media/',
      endpoint: 'https://s3.example.com',
      region: 'eu-central-1',
      accessKeyId: 'id',
      secretAccessKey: 'secret',
    });
    expect(readConfig({ ...LIVE, ...KEYS, MEDIA_URL: 's3://files' }).media).toMatchObject({
      ...{ bucket: 'files', prefix: '', endpoint: null },
    });
  });

  it.each([
    ['another scheme', { MEDIA_URL: 'https://bucket' }, 'MEDIA_URL'],
    ['a bucket over plain http', { MEDIA_URL: 's3://files?endpoint=http://s3.example.com', ...KEYS }, 'MEDIA_URL'],
    [
      'a bucket without its keys',
      { MEDIA_URL: 's3://files', MEDIA_S3_ACCESS_KEY_ID: 'id' },
      'MEDIA_S3_SECRET_ACCESS_KEY',
    ],
    ['keys without a bucket', { ...KEYS }, 'MEDIA_URL'],
    ['keys beside a folder', { MEDIA_URL: 'file:data/media', ...KEYS }, 'MEDIA_URL'],
  ])('is not half-configured: %s', (_what, change, named) => {
    const problems = problemsOf({ ...LIVE, ...change } as Record<string, string>);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(named);
  });
});

it('allows http to a stand-in for Meta on loopback', () => {
  expect(problemsOf({ ...LIVE, META_GRAPH_URL: 'http://127.0.0.1:4000' })).toEqual([]);
});

it('keeps .env.example in step with what is read', () => {
  const listed = [...read('.env.example').matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...VARIABLE_NAMES].sort());
});
