import { expect, it } from 'vitest';
import { cardsIn, codeIn, placeIn } from '../../client/dashboard/screens/phone/raw-content.ts';

it('finds a place, also where Meta was given its numbers as text', () => {
  expect(placeIn({ latitude: '33.3152', longitude: 44.3661, name: 'Shop', address: 'Abu Nuwas' })).toEqual({
    latitude: 33.3152,
    longitude: 44.3661,
    address: 'Abu Nuwas',
  });
  expect(placeIn({ latitude: 0, longitude: 0 })).toEqual({ latitude: 0, longitude: 0, address: null });
  for (const none of [null, 'x', [], {}, { latitude: 1 }, { latitude: 'north', longitude: 1 }]) {
    expect(placeIn(none)).toBeNull();
  }
});

it('finds contact cards that have a name, and at most ten of them', () => {
  const ali = { name: { formatted_name: 'Ali' }, phones: [{ phone: '+9647701112233' }, { type: 'CELL' }, 'x'] };
  expect(cardsIn([ali, { name: {} }, null, 'x'])).toEqual([{ name: 'Ali', phones: ['+9647701112233'] }]);
  expect(cardsIn(Array.from({ length: 99 }, () => ali)).length).toBe(10);
  for (const none of [null, {}, 'x', [{}]]) expect(cardsIn(none)).toEqual([]);
});

it('knows the button that copies a code from one that opens a page', () => {
  expect(codeIn('https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp482119')).toBe('482119');
  for (const none of [
    null,
    '482119',
    'https://shop.example/otp/code/?code=otp1',
    'https://www.whatsapp.com/otp/code/',
    'https://www.whatsapp.com/legal?code=otp1',
  ]) {
    expect(codeIn(none)).toBeNull();
  }
});
