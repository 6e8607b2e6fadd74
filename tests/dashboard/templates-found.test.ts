import { expect, it } from 'vitest';
import { matching } from '../../client/dashboard/screens/templates/template-words.ts';

const named = (name: string, text: string, status = 'APPROVED') =>
  ({ name, language: 'ar', status, components: [{ type: 'BODY', text }] }) as unknown as Parameters<
    typeof matching
  >[0][number];
const all = [named('order_sent', 'أُرسِلَ طلبُك'), named('survey', 'كيف كانت زيارتك؟', 'PAUSED')];

it('finds words of the name and the text, whatever vowel marks stand there', () => {
  expect(matching(all, 'order sent', '')).toEqual([all[0]]);
  expect(matching(all, 'طلبك', '')).toEqual([all[0]]);
  expect(matching(all, '', 'PAUSED')).toEqual([all[1]]);
});
