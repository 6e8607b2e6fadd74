import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CloudApi } from '../../src/ports/cloud-api.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
let fetched = 0;

beforeAll(async () => {
  const cloudApi = (meta: CloudApi): CloudApi => ({
    ...meta,
    listTemplates(account) {
      fetched += 1;
      return meta.listTemplates(account);
    },
  });
  gateway = await startGateway({}, { cloudApi });
});
afterAll(() => gateway.close());

async function send(templateName: string, languageCode: string, parameters?: object) {
  const message = { to: '9647700000000', templateName, languageCode, ...(parameters && { parameters }) };
  const answer = await gateway.call('POST', '/api/v1/whatsapp/send', { message });
  return { status: answer.status, body: await answer.json() };
}

async function calls(): Promise<number> {
  return (await (await gateway.call('GET', '/sandbox/calls')).json()).calls.length;
}

async function ask(query: string, variables: object) {
  return (await (await gateway.call('POST', '/graphql', { query, variables })).json()).data;
}

const ORDER = { customer_name: 'Ali', order_number: '7' };
const IMAGE = { image: 'https://dijla.example/a.png' };
const PARCEL = { header: { text: '7' }, body: ['Ali', '6 pm'], buttons: [{ url: '7' }] };

it.each<[string, string, object | undefined]>([
  ['hello_world', 'en_US', undefined],
  ['order_confirmation', 'en', { body: ORDER }],
  ['order_confirmation', 'ar', { body: ORDER }],
  ['delivery_update', 'en_US', PARCEL],
  ['appointment_reminder', 'ar', { body: ['a', 'b', 'c'], buttons: [{ payload: 'yes' }, null] }],
  ['spring_offer', 'en_US', { header: IMAGE, body: ['a', 'b'] }],
  ['verification_code', 'en_US', { body: ['123456'], buttons: [{ url: '123456' }] }],
])('sends %s in %s with what it asks for', async (name, language, parameters) => {
  expect(await send(name, language, parameters)).toMatchObject({ status: 200, body: { success: true } });
});

it.each<[string, string, object | undefined, string | null, string]>([
  ['hello_world', 'en_US', { body: ['x'] }, 'body[0]', 'message.parameters.body[0]'],
  ['hello_world', 'de', undefined, null, 'message.languageCode'],
  [
    'order_confirmation',
    'en',
    { body: { customer_name: 'Ali' } },
    'body.order_number',
    'message.parameters.body.order_number',
  ],
  ['delivery_update', 'en_US', { ...PARCEL, buttons: [] }, 'buttons[0].url', 'message.parameters.buttons[0].url'],
  ['delivery_update', 'en_US', { ...PARCEL, header: IMAGE }, 'header.text', 'message.parameters.header.text'],
  ['appointment_reminder', 'ar', { body: ['a', 'b'] }, 'body[2]', 'message.parameters.body[2]'],
  ['spring_offer', 'en_US', { body: ['a', 'b'] }, 'header.image', 'message.parameters.header.image'],
  ['verification_code', 'en_US', { body: ['123456'] }, 'buttons[0].url', 'message.parameters.buttons[0].url'],
  ['customer_survey', 'en_US', undefined, null, 'message.templateName'],
  ['free_gift', 'en_US', undefined, null, 'message.templateName'],
])('refuses %s in %s with %j before Meta is called', async (name, language, parameters, parameter, field) => {
  const before = await calls();
  const { status, body } = await send(name, language, parameters);
  expect(status).toBe(409);
  expect(body.error).toMatchObject({ code: 'TEMPLATE_MISMATCH', parameter, field });
  expect(body.error.action).toEqual(expect.any(String));
  expect(await calls()).toBe(before);
});

it('tells GraphQL the same as data, and previews what fits', async () => {
  const mutation = `mutation ($input: SendTemplateInput!) { sendTemplate(input: $input) {
    __typename ... on TemplateMismatchError { code parameter field action } } }`;
  const namedBody = [{ name: 'customer_name', value: 'Ali' }];
  const template = { name: 'order_confirmation', language: 'en', parameters: { namedBody } };
  const data = await ask(mutation, { input: { to: { phone: '+9647700000000' }, template } });
  expect(data.sendTemplate).toMatchObject({
    __typename: 'TemplateMismatchError',
    parameter: 'body.order_number',
    field: 'input.template.parameters.namedBody.order_number',
  });
  const query = `query ($parameters: TemplateParametersInput) { templates(name: "delivery_update") {
    preview(parameters: $parameters) { header { text } body { text runs { text bold } } footer buttons { kind url } } } }`;
  const parameters = { header: { text: '7' }, body: ['Ali', '6 pm'], buttons: [{ url: '7' }] };
  const { templates } = await ask(query, { parameters });
  expect(templates).toMatchObject([
    {
      preview: {
        header: { text: 'Order 7' },
        body: { text: 'Hi Ali, your parcel leaves our Baghdad warehouse today and should arrive by 6 pm.' },
        footer: null,
        buttons: [{ kind: 'URL', url: 'https://dijla.example/track/7' }],
      },
    },
  ]);
});

it('has the list fetched again when Meta tells of a change', async () => {
  const before = fetched;
  const value = { event: 'PAUSED', message_template_id: 1, message_template_name: 'hello_world' };
  await gateway.call('POST', '/sandbox/webhooks', { field: 'message_template_status_update', value });
  await expect.poll(() => fetched, { timeout: 10_000 }).toBeGreaterThan(before);
});
