import { expect, it } from 'vitest';
import { createLog } from '../../src/adapters/system/log.ts';

function capture(level = 'debug', secrets: readonly string[] = []) {
  const lines: string[] = [];
  const log = createLog(level, { write: (line: string) => void lines.push(line) }, secrets);
  return { log, text: () => lines.join('') };
}

const CANARY = 'canary0123456789canary';

it.each([
  'accessToken',
  'access_token',
  'appSecret',
  'authorization',
  'appSecrets',
  'cookie',
  'encryptionKey',
  'ENCRYPTION_KEY',
  'key',
  'masterKey',
  'META_ACCESS_TOKEN',
  'token',
  'verifyToken',
  'verifyTokens',
  'x-dijla-key',
])('never prints the value of %s, at any depth that is logged', (name) => {
  const { log, text } = capture();
  log.info('shallow', { [name]: CANARY });
  log.info('deeper', { request: { [name]: CANARY, headers: { [name]: CANARY } } });
  log.info('deepest', { a: { b: { c: [{ d: { [name]: `say "${CANARY}\\` } }] } } });
  expect(text()).toContain('deeper');
  expect(text()).not.toContain(CANARY);
});

it.each([
  ["a token of Meta's", `EAAG${CANARY}`],
  ['an API key', `dk_live_${CANARY}`],
  ['a webhook secret', `whsec_${CANARY}`],
  ['a bearer header', `Bearer ${CANARY}`],
  ['a token in an address', `https://graph.facebook.com/x?access_token=${CANARY}&y=1`],
])('cuts out %s wherever it stands', (_what, secret) => {
  const { log, text } = capture();
  log.warn(`message with ${secret}`, { anything: { at: ['all', secret] } });
  log.error('failed', { error: new Error(`inner ${secret}`, { cause: new Error(secret) }) });
  expect(text()).toContain('failed');
  expect(text()).not.toContain(CANARY);
});

it('cuts out the gateway’s own secrets, whatever they look like', () => {
  const secret = 'Open "sesame" / 1001\\';
  const { log, text } = capture('debug', [secret, 'id']);
  log.warn(`said ${secret}`, { at: `/x?k=${encodeURIComponent(secret)}`, error: new Error(secret), id: 'kept' });
  expect(text()).toContain('kept');
  expect(text()).not.toMatch(/sesame/);
});

it('prints JSON lines with a level and an ISO time, and errors with their stack', () => {
  const { log, text } = capture();
  log.error('broken', { error: new Error('why') });
  const line = JSON.parse(text());
  expect(line).toMatchObject({ level: 'error', msg: 'broken', error: { name: 'Error', message: 'why' } });
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect(line.error.stack).toContain('log-redaction.test.ts');
});

it('prints nothing below its level', () => {
  const { log, text } = capture('warn');
  log.info('quiet');
  expect(text()).toBe('');
});
