import { afterAll, beforeAll, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

async function ask(query: string, variables: object = {}) {
  const answer = await (await gateway.call('POST', '/graphql', { query, variables })).json();
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

async function templates(name: string) {
  return (await ask('query ($name: String) { templates(name: $name) { id language status } }', { name })).templates;
}

const CREATE = `mutation ($input: CreateTemplateInput!) { createTemplate(input: $input) {
  __typename ... on Template { id status category } ... on Error { code message field } } }`;
const BODY = { type: 'BODY', text: 'Hello {{1}}, *welcome*!', example: { body_text: [['Ali']] } };

it('makes a template, learns of its approval, sends it, shows what was got, and deletes it', async () => {
  const input = { name: 'warm_welcome', language: 'en_US', category: 'UTILITY', components: [BODY] };
  const { createTemplate } = await ask(CREATE, { input });
  expect(createTemplate).toMatchObject({ __typename: 'Template', status: 'PENDING', category: 'UTILITY' });
  expect(await templates('warm_welcome')).toMatchObject([{ id: createTemplate.id }]);
  await expect.poll(async () => (await templates('warm_welcome'))[0]?.status).toBe('APPROVED');
  const events =
    '{ events(first: 100) { __typename ... on TemplateEvent { change templateId templateStatus: status } } }';
  expect((await ask(events)).events).toContainEqual({
    __typename: 'TemplateEvent',
    change: 'STATUS',
    templateId: createTemplate.id,
    templateStatus: 'APPROVED',
  });

  const message = { to: '9647700000000', templateName: 'warm_welcome', parameters: ['Zainab'] };
  const sent = await (await gateway.call('POST', '/api/v1/whatsapp/send', { message })).json();
  const preview = `query ($id: ID!) { message(id: $id) { content { ... on TemplateContent {
    preview { body { runs { text bold } } } } } } }`;
  expect((await ask(preview, { id: sent.id })).message.content.preview.body.runs).toEqual([
    { text: 'Hello Zainab, ', bold: false },
    { text: 'welcome', bold: true },
    { text: '!', bold: false },
  ]);

  // A template with sends under way is only marked for deletion.
  await gateway.app.sandbox?.idle();
  const deletion =
    'mutation { deleteTemplate(name: "warm_welcome") { __typename ... on DeletedTemplates { templates { id } } } }';
  const { deleteTemplate } = await ask(deletion);
  expect(deleteTemplate).toEqual({ __typename: 'DeletedTemplates', templates: [{ id: createTemplate.id }] });
  expect(await templates('warm_welcome')).toEqual([]);
  expect((await ask(preview, { id: sent.id })).message.content).toEqual({ preview: null });
  expect((await ask(deletion)).deleteTemplate).toEqual({ __typename: 'NotFoundError' });
});

it('refuses a paused template as soon as Meta tells of it, with the reason', async () => {
  const [{ id }] = await templates('delivery_update');
  const value = {
    event: 'PAUSED',
    message_template_id: Number(id),
    message_template_name: 'delivery_update',
    message_template_language: 'en_US',
    reason: null,
    other_info: { title: 'FIRST_PAUSE', description: 'People blocked it.' },
  };
  await gateway.call('POST', '/sandbox/webhooks', { field: 'message_template_status_update', value });
  await expect.poll(async () => (await templates('delivery_update'))[0]?.status).toBe('PAUSED');
  const message = { to: '9647700000000', templateName: 'delivery_update', languageCode: 'en_US' };
  const refused = await gateway.call('POST', '/api/v1/whatsapp/send', { message });
  expect(refused.status).toBe(409);
  const { error } = await refused.json();
  expect(error).toMatchObject({ code: 'TEMPLATE_MISMATCH', field: 'message.templateName' });
  expect(error.message).toContain('People blocked it');
});

it('syncs on demand and counts what changed', async () => {
  const sync = 'mutation { syncTemplates { ... on TemplateSync { added changed removed total syncedAt } } }';
  const first = (await ask(sync)).syncTemplates;
  expect((await ask(sync)).syncTemplates).toMatchObject({ added: 0, changed: 0, removed: 0, total: first.total });
  const input = { name: 'x', language: 'en', category: 'UTILITY', components: [BODY], wabaId: '404' };
  expect((await ask(CREATE, { input })).createTemplate).toMatchObject({
    __typename: 'NotFoundError',
    field: 'input.wabaId',
  });
});
