import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JsonObject } from '../../src/domain/json.ts';
import { news } from '../application/template-lists.ts';
import { OTHER_KEY, READ_ONLY_KEY, type Rig, startRig } from './support.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
  // What has a template's list fetched, so that news find it.
  await rig.ask('{ templates { id } }');
});
afterAll(() => rig.close());

let told = 0;

/** A second after the one before. */
async function tell(field: string, value: JsonObject): Promise<void> {
  const about = { message_template_id: 501, message_template_name: 'on_its_way', message_template_language: 'en_US' };
  told += 1;
  const item = news(field, { ...about, ...value }, rig.now() + told * 1_000, '77');
  await rig.tell({ ...item, key: `${field}|${JSON.stringify(value)}` });
  rig.hearTemplates([item]);
}

const EVENTS = `query ($after: Cursor) { events(after: $after) { __typename type ... on TemplateEvent {
  change templateId wabaId name language status reason details pausedUntil quality previousQuality category
  previousCategory correctCategory categoryChangesAt data template { id status quality } } } }`;

it.each<[string, JsonObject, object]>([
  [
    'message_template_status_update',
    { event: 'PAUSED', reason: null, other_info: { title: 'FIRST_PAUSE', description: 'Low quality.' } },
    {
      change: 'STATUS',
      status: 'PAUSED',
      reason: 'FIRST_PAUSE',
      details: 'Low quality.',
      template: { status: 'PAUSED' },
    },
  ],
  [
    'message_template_quality_update',
    { previous_quality_score: 'GREEN', new_quality_score: 'RED' },
    { change: 'QUALITY', quality: 'RED', previousQuality: 'GREEN', template: { quality: 'RED' } },
  ],
  [
    'template_category_update',
    { new_category: 'UTILITY', correct_category: 'MARKETING', category_update_timestamp: 1_767_312_000 },
    { change: 'CORRECT_CATEGORY', correctCategory: 'MARKETING', categoryChangesAt: '2026-01-02T00:00:00.000Z' },
  ],
  [
    'template_category_update',
    { previous_category: 'UTILITY', new_category: 'MARKETING' },
    { change: 'CATEGORY', category: 'MARKETING', previousCategory: 'UTILITY' },
  ],
  ['template_correct_category_detection', { correct_category: 'UTILITY' }, { change: 'CORRECT_CATEGORY' }],
  ['message_template_components_update', { message_template_element: 'New' }, { change: 'COMPONENTS' }],
  ['template_of_tomorrow', { sparkle: 1 }, { change: 'OTHER', data: { value: { value: { sparkle: 1 } } } }],
])('tells of %s with its fields, to every tenant with a number of the account', async (field, value, fields) => {
  const cursors = { own: (await rig.ask('{ cursor }')).data.cursor, other: '' };
  cursors.other = (await rig.ask('{ cursor }', {}, { 'x-dijla-key': OTHER_KEY })).data.cursor;
  await tell(field, value);
  const expected = { __typename: 'TemplateEvent', type: 'template', templateId: '501', wabaId: '77', ...fields };
  const own = await rig.ask(EVENTS, { after: cursors.own });
  expect(own.data.events).toMatchObject([expected]);
  const other = await rig.ask(EVENTS, { after: cursors.other }, { 'x-dijla-key': OTHER_KEY });
  expect(other.data.events).toMatchObject([expected]);
});

it('lists what was told beside what the list says, and filters it', async () => {
  const fields =
    'status statusDetails pausedUntil quality category previousCategory correctCategory rejectedReason subCategory updatedAt syncedAt components';
  const { data } = await rig.ask(
    `{ templates(status: "paused", category: "marketing", language: "en_US", wabaId: "77") { ${fields} } }`,
  );
  expect(data.templates).toEqual([
    {
      status: 'PAUSED',
      statusDetails: 'Low quality.',
      pausedUntil: '2026-01-01T03:00:01.000Z',
      quality: 'RED',
      category: 'MARKETING',
      previousCategory: 'UTILITY',
      correctCategory: 'UTILITY',
      rejectedReason: null,
      subCategory: null,
      updatedAt: '2026-01-01T00:00:06.000Z',
      syncedAt: '2026-01-01T00:00:00.000Z',
      components: [{ type: 'BODY', text: 'New' }],
    },
  ]);
  for (const filter of ['wabaId: "78"', 'language: "ar"', 'category: "UTILITY"', 'name: "x"', 'status: "APPROVED"']) {
    expect((await rig.ask(`{ templates(${filter}) { id } }`)).data.templates).toEqual([]);
  }
  const long = await rig.ask('query ($name: String) { templates(name: $name) { id } }', { name: 'x'.repeat(513) });
  expect(long.errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', field: 'name' } }]);
});

it("refuses what cannot be made in the caller's own words, and without the scope", async () => {
  const create = `mutation ($input: CreateTemplateInput!) { createTemplate(input: $input) { __typename ... on Error { code field message action } } }`;
  const input = { name: 'x', language: 'en', category: 'UTILITY', components: [{ type: 'BODY', text: '{{1}} x' }] };
  const { data } = await rig.ask(create, { input });
  expect(data.createTemplate).toMatchObject({ __typename: 'InvalidInputError', field: 'input.components[0].text' });
  const reader = await rig.ask(create, { input }, { 'x-dijla-key': READ_ONLY_KEY });
  expect(reader.data.createTemplate).toMatchObject({ __typename: 'ForbiddenError' });
  const sync = await rig.ask(
    'mutation { syncTemplates { __typename } deleteTemplate(name: "x") { __typename } }',
    {},
    { 'x-dijla-key': READ_ONLY_KEY },
  );
  expect(sync.data).toEqual({
    syncTemplates: { __typename: 'ForbiddenError' },
    deleteTemplate: { __typename: 'ForbiddenError' },
  });
});
