import { describe, expect, it } from 'vitest';
import { addresseeOf, countriesIn } from '../../client/dashboard/screens/inbox/new-chat/phone.ts';

describe('a number', () => {
  it.each([
    '0770 123 4567',
    '770 123 4567',
    '+964 770 123 4567',
    '00964 (770) 123-4567',
    '9647701234567',
    '٠٧٧٠١٢٣٤٥٦٧',
    '+٩٦٤ ٧٧٠ ١٢٣ ٤٥٦٧',
    '۰۷۷۰۱۲۳۴۵۶۷',
    '\u2066+964 770 123 4567\u2069',
  ])('is read from %s', (text) => {
    expect(addresseeOf(text, 'IQ')).toMatchObject({
      kind: 'phone',
      e164: '+9647701234567',
      country: 'IQ',
      valid: true,
    });
  });

  it('belongs to the country that it names, whichever was chosen', () => {
    expect(addresseeOf('+90 532 123 45 67', 'IQ')).toMatchObject({ e164: '+905321234567', country: 'TR' });
    expect(addresseeOf('079 012 3456', 'JO')).toMatchObject({ e164: '+962790123456', country: 'JO' });
  });

  it('may be tried when only the plan of the country does not know it', () => {
    expect(addresseeOf('0999 123 4567', 'IQ')).toMatchObject({ kind: 'phone', valid: false });
  });

  it.each([
    ['', { kind: 'nobody' }],
    ['@zainab', { kind: 'wrong', why: 'username' }],
    ['زينب', { kind: 'wrong', why: 'notNumber' }],
    ['0770', { kind: 'wrong', why: 'short', country: 'IQ' }],
    ['0770 123 4567 890 123', { kind: 'wrong', why: 'long', country: 'IQ' }],
    ['IQ.1349120865530274', { kind: 'user', userId: 'IQ.1349120865530274' }],
  ])('is not read from %j', (text, found) => {
    expect(addresseeOf(text, 'IQ')).toEqual(found);
  });
});

it('lists every country by its name, Iraq first, found in both languages', () => {
  const [first, second] = countriesIn('ar');
  expect([first?.code, first?.name, first?.calling]).toEqual(['IQ', 'العراق', '+964']);
  expect(second?.name.startsWith('آ') || second?.name.startsWith('أ')).toBe(true);
  expect(countriesIn('en').find(({ code }) => code === 'JO')?.words).toContain('الأردن');
});
