import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOf, plainOf, safeAddress } from '../../client/dashboard/parts/whatsapp-format.ts';

const runsOf = (text: string) => formatOf(text).flatMap((block) => (block.kind === 'code' ? [] : block.runs));
const linksOf = (text: string) => runsOf(text).flatMap(({ href }) => href ?? []);

describe('marks', () => {
  it.each([
    ['*a*', [{ bold: true, text: 'a' }]],
    ['_a_', [{ italic: true, text: 'a' }]],
    ['~a~', [{ struck: true, text: 'a' }]],
    ['`a`', [{ mono: true, text: 'a' }]],
    ['*_a_*', [{ bold: true, italic: true, text: 'a' }]],
    ['*مرحبا*', [{ bold: true, text: 'مرحبا' }]],
  ])('%s are shown and not written', (text, runs) => {
    expect(runsOf(text)).toEqual(runs);
  });

  it.each(['2*3*4', 'snake_case_name', '*a', 'a*', '*\n*', '**', '```', '_ _'])('%s stay what they are', (text) => {
    expect(plainOf(text)).toBe(text.replace(/\s+/g, ' '));
  });

  it('make blocks of code, of quotes and of lists', () => {
    expect(formatOf('Look:\n```a *b*\nc```\n> said\n> twice\n- one\n- two\n1. first')).toEqual([
      { kind: 'text', runs: [{ text: 'Look:' }] },
      { kind: 'code', text: 'a *b*\nc' },
      { kind: 'quote', runs: [{ text: 'said' }, { text: '\n' }, { text: 'twice' }] },
      { kind: 'bullet', runs: [{ text: 'one' }] },
      { kind: 'bullet', runs: [{ text: 'two' }] },
      { kind: 'numbered', number: '1', runs: [{ text: 'first' }] },
    ]);
  });
});

describe('addresses', () => {
  it('are links, without the punctuation behind them', () => {
    expect(linksOf('See https://dijla.example/a_b_c?x=*1*, or (http://b.example/).')).toEqual([
      'https://dijla.example/a_b_c?x=*1',
      'http://b.example/',
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'https://bank.example@evil.example/',
    'https://',
    '//evil.example',
    'java\nscript:alert(1)',
  ])('%s is none', (text) => {
    expect([safeAddress(text), linksOf(text)]).toEqual([null, []]);
  });
});

it('loses no letter, and leads nowhere but to http(s), whatever is written', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '*',
      '_',
      '~',
      '`',
      '```',
      '> ',
      '- ',
      '1. ',
      '\n',
      ' ',
      'https://a.example/',
      'javascript:',
      '<b>',
    ),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const shown = formatOf(text)
        .map((block) => (block.kind === 'code' ? block.text : block.runs.map((run) => run.text).join('')))
        .join('');
      expect([...shown].filter((one) => /\p{L}/u.test(one)).join('')).toBe(
        [...text].filter((one) => /\p{L}/u.test(one)).join(''),
      );
      for (const href of linksOf(text)) expect(href).toMatch(/^https?:\/\//);
    }),
  );
});

it('shows what is longer than a message can be as it is', () => {
  expect(formatOf(`*${'a'.repeat(5_000)}*`)).toEqual([{ kind: 'text', runs: [{ text: `*${'a'.repeat(5_000)}*` }] }]);
});
