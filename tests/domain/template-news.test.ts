import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTemplateNews, type TemplateTold, templateAsItStands } from '../../src/domain/fold-template.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { type TemplateNews, templateNewsOf } from '../../src/domain/template-news.ts';
import type { Template } from '../../src/domain/tenant.ts';

const AT = Date.parse('2026-03-01T10:00:00.000Z');
const HOUR = 60 * 60 * 1000;

const LISTED: Template = {
  ...{ id: '594425479261596', wabaId: '2', name: 'order', language: 'en', status: 'APPROVED', category: 'MARKETING' },
  parameterFormat: 'POSITIONAL',
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'Old' },
    { type: 'BODY', text: 'Old {{1}} words', example: { body_text: [['x']] } },
    { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Go', url: 'https://a.example' }] },
  ],
};

function told(...news: TemplateNews[]): TemplateTold {
  return news.reduce(foldTemplateNews, {});
}

function standing(told: TemplateTold, listedAt = AT - HOUR): Template {
  return templateAsItStands({ listed: LISTED, listedAt, madeAt: 0, told });
}

const of = (value: JsonObject) => templateNewsOf({ message_template_id: 594425479261596, ...value }, AT);

describe('each kind of news changes what it is about', () => {
  it.each<[string, JsonObject, Partial<TemplateNews>, Partial<Template>]>([
    [
      'a rejection, with its reason and advice',
      {
        event: 'REJECTED',
        reason: 'INVALID_FORMAT',
        rejection_info: { reason: 'A variable ends it.', recommendation: 'Add words.' },
      },
      { change: 'STATUS', status: 'REJECTED', reason: 'INVALID_FORMAT', details: 'A variable ends it. Add words.' },
      { status: 'REJECTED', rejectedReason: 'INVALID_FORMAT', statusDetails: 'A variable ends it. Add words.' },
    ],
    [
      'a pause of known length',
      { event: 'PAUSED', reason: null, other_info: { title: 'SECOND_PAUSE', description: 'Low quality.' } },
      { change: 'STATUS', status: 'PAUSED', reason: 'SECOND_PAUSE', pausedUntil: AT + 6 * HOUR },
      { status: 'PAUSED', statusDetails: 'Low quality.', pausedUntil: '2026-03-01T16:00:00.000Z' },
    ],
    [
      'a reinstatement',
      { event: 'REINSTATED', reason: 'NONE' },
      { status: 'APPROVED', reason: null },
      { status: 'APPROVED' },
    ],
    ['a status that is new to us', { event: 'LIMIT_EXCEEDED' }, { change: 'STATUS' }, { status: 'LIMIT_EXCEEDED' }],
    [
      'a quality, also under the name of another field',
      { previous_quality_score: 'GREEN', new_quality_score: 'RED' },
      { change: 'QUALITY', quality: 'RED', previousQuality: 'GREEN' },
      { quality: 'RED', status: 'APPROVED' },
    ],
    [
      'a category that changed',
      { previous_category: 'MARKETING', new_category: 'UTILITY' },
      { change: 'CATEGORY', category: 'UTILITY', previousCategory: 'MARKETING' },
      { category: 'UTILITY', previousCategory: 'MARKETING' },
    ],
    [
      'a category that will change in a day',
      { new_category: 'MARKETING', correct_category: 'UTILITY', category_update_timestamp: AT / 1000 + 86_400 },
      { change: 'CORRECT_CATEGORY', correctCategory: 'UTILITY', categoryChangesAt: AT + 24 * HOUR },
      { category: 'MARKETING', correctCategory: 'UTILITY', categoryChangesAt: '2026-03-02T10:00:00.000Z' },
    ],
    [
      'a hint of the right category',
      { category: 'MARKETING', correct_category: 'UTILITY' },
      { change: 'CORRECT_CATEGORY', correctCategory: 'UTILITY', categoryChangesAt: null },
      { category: 'MARKETING', correctCategory: 'UTILITY', categoryChangesAt: null },
    ],
  ])('%s', (_name, value, news, template) => {
    expect(of(value)).toMatchObject({ templateId: LISTED.id, at: AT, ...news });
    expect(standing(told(of(value)))).toMatchObject({ ...template, updatedAt: new Date(AT).toISOString() });
  });

  it('new words, in the parts that are there', () => {
    const value = {
      message_template_element: 'New {{1}} words',
      message_template_title: 'New',
      message_template_footer: 'No footer is defined',
      message_template_buttons: [
        {
          message_template_button_type: 'URL',
          message_template_button_text: 'Visit',
          message_template_button_url: 'https://b.example',
        },
      ],
    };
    const { components } = standing(told(of(value)));
    expect(components).toEqual([
      { type: 'HEADER', format: 'TEXT', text: 'New' },
      { type: 'BODY', text: 'New {{1}} words', example: { body_text: [['x']] } },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Visit', url: 'https://b.example' }] },
    ]);
    expect(standing(told(of(value)), AT + 1).components).toBe(LISTED.components);
  });

  it('a correct category is over once the category is changed to it', () => {
    const change = templateNewsOf({ previous_category: 'MARKETING', new_category: 'UTILITY' }, AT + 1000);
    const stands = standing(told(of({ correct_category: 'UTILITY', new_category: 'MARKETING' }), change));
    expect(stands).toMatchObject({ category: 'UTILITY', correctCategory: null, categoryChangesAt: null });
  });
});

it('an id beyond what a double holds stays exact, and one that lost digits is no id', () => {
  expect(templateNewsOf({ message_template_id: '12345678901234567890' }, AT).templateId).toBe('12345678901234567890');
  expect(templateNewsOf({ message_template_id: 12345678901234567000 }, AT).templateId).toBeNull();
});

it('a list that was asked for a minute later counts more than what was told', () => {
  const paused = told(of({ event: 'PAUSED', other_info: { title: 'FIRST_PAUSE' } }));
  expect(standing(paused, AT + 59_999)).toMatchObject({ status: 'PAUSED' });
  expect(standing(paused, AT + 60_000)).toMatchObject({ status: 'APPROVED', pausedUntil: null });
});

const WORDS = ['APPROVED', 'PENDING', 'PAUSED', 'REJECTED', 'DISABLED', 'FLAGGED', 'LOCKED'];
const anyNews = fc
  .record({
    seconds: fc.integer({ min: 0, max: 4 }),
    value: fc.oneof(
      fc.record({ event: fc.constantFrom(...WORDS), reason: fc.constantFrom('NONE', 'SCAM') }),
      fc.record({ new_quality_score: fc.constantFrom('GREEN', 'YELLOW', 'RED') }),
      fc.record({ previous_category: fc.constant('MARKETING'), new_category: fc.constantFrom('UTILITY', 'MARKETING') }),
      fc.record({ correct_category: fc.constantFrom('UTILITY', 'MARKETING') }),
      fc.record({ message_template_element: fc.constantFrom('a', 'b', 'c') }),
    ),
  })
  .map(({ seconds, value }) => templateNewsOf(value, AT + seconds * 1000));

it('ends in the newest, in whatever order and however often it is told', () => {
  const history = fc.array(anyNews, { maxLength: 12 });
  const retold = history.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
  );
  fc.assert(
    fc.property(retold, ([all, again]) => {
      expect(standing(told(...again))).toEqual(standing(told(...all)));
      const statuses = all.filter(({ status }) => status !== null);
      const newest = Math.max(...statuses.map(({ at }) => at));
      const last = statuses.filter(({ at }) => at === newest).map(({ status }) => status);
      if (last.length > 0) expect(last).toContain(standing(told(...again)).status);
    }),
  );
});

it('anything at all can be read, and folded', () => {
  const members = fc.constantFrom(
    'event',
    'reason',
    'new_quality_score',
    'other_info',
    'message_template_buttons',
    'x',
  );
  const value: fc.Arbitrary<Json> = fc.oneof(
    fc.dictionary(members, fc.jsonValue() as fc.Arbitrary<Json>),
    fc.jsonValue() as fc.Arbitrary<Json>,
  );
  fc.assert(
    fc.property(value, (given) => {
      const news = templateNewsOf(given, AT);
      expect(JSON.stringify(standing(told(news)))).toEqual(expect.any(String));
    }),
  );
});
