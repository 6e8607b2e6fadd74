import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/transport/rest/near.ts';

const KNOWN = ['to', 'from', 'templateName', 'languageCode', 'replyTo', 'reference', 'text', 'mediaUrl', 'mediaId'];

it.each([
  ['template_name', 'templateName'],
  ['TemplateName', 'templateName'],
  ['templatName', 'templateName'],
  ['form', 'from'],
  ['language', 'languageCode'],
  ['mediaURL', 'mediaUrl'],
  ['reply_to', 'replyTo'],
  ['txt', 'text'],
])('takes %s for %s', (given, meant) => {
  expect(nearest(given, KNOWN)).toBe(meant);
});

it.each(['colour', 'a', 'x', '', '__', 'me', 'body', 'constructor', 'n'.repeat(5_000)])(
  'takes %s for nothing',
  (given) => {
    expect(nearest(given, KNOWN)).toBeNull();
  },
);

it('counts slips as a distance', () => {
  const word = fc.stringMatching(/^[a-z]{0,8}$/);
  fc.assert(
    fc.property(word, word, (a, b) => {
      const slips = editDistance(a, b);
      expect(slips).toBe(editDistance(b, a));
      expect(slips === 0).toBe(a === b);
      expect(slips).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(slips).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
  );
});
