import { expect, it } from 'vitest';
import { directionOfTexts } from '../../client/dashboard/screens/inbox/text-direction.ts';

it('goes by the first letter that any of the texts has', () => {
  expect(directionOfTexts(['12 – ', null, 'إلى أين؟ Choose', 'Dijla'])).toBe('rtl');
  expect(directionOfTexts([undefined, '*Order* رقم ٤'])).toBe('ltr');
  expect(directionOfTexts(['שלום'])).toBe('rtl');
  expect(directionOfTexts([])).toBeUndefined();
  expect(directionOfTexts(['٤٨', '🌹'])).toBeUndefined();
});
