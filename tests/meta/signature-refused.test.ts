import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifySignature } from '../../src/adapters/meta/signature.ts';

const SECRET = 'test_app_secret';
const VECTORS = [
  [
    '{"object":"whatsapp_business_account","entry":[]}',
    'sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756',
  ],
  ['{"t":"h\\u00e9"}', 'sha256=096c6b70923bc428d431c802b945bcc38635de7c0236c054a7d67ac98ffae8b8'],
] as const;

const bytes = (text: string) => new TextEncoder().encode(text);

test.each(VECTORS)('a true signature is accepted: %s', (body, signature) => {
  expect(verifySignature(bytes(body), signature, [SECRET])).toBe(true);
  expect(verifySignature(bytes(body), signature.toUpperCase().replace('SHA256', 'sha256'), [SECRET])).toBe(true);
});

test('each of several secrets is tried, wherever it stands', () => {
  const [body, signature] = VECTORS[0];
  expect(verifySignature(bytes(body), signature, [SECRET, 'old'])).toBe(true);
  expect(verifySignature(bytes(body), signature, ['new', 'older', SECRET])).toBe(true);
  expect(verifySignature(bytes(body), signature, ['new', 'older'])).toBe(false);
  expect(verifySignature(bytes(body), signature, [])).toBe(false);
});

test('a changed byte, a re-serialised body and another secret are refused', () => {
  const [body, signature] = VECTORS[1];
  expect(verifySignature(bytes(`${body} `), signature, [SECRET])).toBe(false);
  expect(verifySignature(bytes(JSON.stringify(JSON.parse(body))), signature, [SECRET])).toBe(false);
  expect(verifySignature(bytes(body), signature, ['Test_app_secret'])).toBe(false);
});

test.each([
  ['empty', ''],
  ['no prefix', VECTORS[0][1].slice(7)],
  ['another algorithm', VECTORS[0][1].replace('sha256', 'sha1')],
  ['too short', VECTORS[0][1].slice(0, -1)],
  ['too long', `${VECTORS[0][1]}0`],
  ['a line break after it', `${VECTORS[0][1]}\n`],
  ['not hex', `sha256=${'g'.repeat(64)}`],
])('a signature of the wrong shape is refused: %s', (_name, signature) => {
  expect(verifySignature(bytes(VECTORS[0][0]), signature, [SECRET])).toBe(false);
});

test('an empty secret signs nothing, since anybody could use it', () => {
  const body = bytes('{}');
  const signature = `sha256=${createHmac('sha256', '').update(body).digest('hex')}`;
  expect(verifySignature(body, signature, [''])).toBe(false);
});
