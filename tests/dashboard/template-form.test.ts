import { describe, expect, it } from 'vitest';
import {
  exampleValues,
  fieldsOf,
  missingIn,
  parametersOf,
} from '../../client/dashboard/screens/templates/template-form.ts';
import { matching } from '../../client/dashboard/screens/templates/template-words.ts';

const template = (
  components: unknown[],
  more: { category?: string; parameterFormat?: 'NAMED' | 'POSITIONAL' } = {},
) => ({
  components,
  category: more.category ?? 'UTILITY',
  parameterFormat: more.parameterFormat ?? ('POSITIONAL' as const),
});
const BODY = {
  type: 'BODY',
  text: 'Hi {{1}}, order {{2}} costs {{10}}',
  example: { body_text: [['Ahmed', 'DJ-1', '5,000']] },
};

describe('the form of a template', () => {
  it('asks for each placeholder once, in the order of the numbers, with the examples filled in', () => {
    const given = template([{ type: 'BODY', text: '{{2}} {{1}} {{2}}', example: { body_text: [['one', 'two']] } }]);
    expect(fieldsOf(given)).toMatchObject([
      { place: 'body.1', example: 'one' },
      { place: 'body.2', example: 'two' },
    ]);
    expect(parametersOf(template([BODY]), exampleValues(template([BODY])))).toEqual({
      body: ['Ahmed', 'DJ-1', '5,000'],
    });
  });

  it('fills named placeholders by their names', () => {
    const named = template(
      [
        {
          type: 'BODY',
          text: 'Hi {{name}}',
          example: { body_text_named_params: [{ param_name: 'name', example: 'Huda' }] },
        },
      ],
      { parameterFormat: 'NAMED' },
    );
    expect(parametersOf(named, exampleValues(named))).toEqual({ namedBody: [{ name: 'name', value: 'Huda' }] });
  });

  it('asks for the address of a header file, and sends it as the kind that it is', () => {
    for (const [format, key] of [
      ['IMAGE', 'image'],
      ['VIDEO', 'video'],
      ['DOCUMENT', 'document'],
    ] as const) {
      const given = template([{ type: 'HEADER', format }]);
      expect(missingIn(given, exampleValues(given))).toEqual(['header.link']);
      expect(parametersOf(given, { 'header.link': 'https://example.com/a' })).toEqual({
        header: { [key]: { link: 'https://example.com/a' } },
      });
    }
  });

  it('fills only the buttons that take something, at their own places', () => {
    const given = template([
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Yes' },
          { type: 'URL', text: 'Track', url: 'https://x.example/{{1}}', example: ['https://x.example/DJ-9'] },
          { type: 'COPY_CODE', example: 'SPRING' },
        ],
      },
    ]);
    expect(parametersOf(given, exampleValues(given))).toEqual({ buttons: [null, { url: 'DJ-9' }, { code: 'SPRING' }] });
  });

  it('asks for a one-time password once, and gives it to text and button', () => {
    const given = template([{ type: 'BODY' }, { type: 'BUTTONS', buttons: [{ type: 'OTP', text: 'Copy' }] }], {
      category: 'AUTHENTICATION',
    });
    expect(fieldsOf(given)).toHaveLength(1);
    expect(parametersOf(given, { 'body.1': '424242' })).toEqual({ body: ['424242'], buttons: [{ url: '424242' }] });
  });

  it('knows what no form can ask for', () => {
    expect(fieldsOf(template([{ type: 'CAROUSEL', cards: [] }]))).toBeNull();
    expect(fieldsOf(template([{ type: 'HEADER', format: 'LOCATION' }]))).toBeNull();
  });

  it('takes components that are nothing like Meta’s without breaking', () => {
    for (const odd of [
      null,
      7,
      'x',
      {},
      { type: 'BODY', text: 4, example: 'x' },
      { type: 'BUTTONS', buttons: [null] },
    ]) {
      expect(fieldsOf(template([odd]))).toEqual([]);
    }
  });
});

describe('searching templates', () => {
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
});
