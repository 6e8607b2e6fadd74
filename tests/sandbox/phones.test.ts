import { expect, it } from 'vitest';
import { sampleFiles } from '../../src/sandbox/sample-files.ts';
import { startGateway } from '../support/gateway.ts';
import { closeAfterEach, FIRST, hello, list, object, SECOND, type Stage, stage, text, wamidOf } from './support.ts';

closeAfterEach();

const WHO = '9647700000000';
const TO = { to: `+${WHO}` };
const phone = async ({ control }: Stage, query = '', who = WHO) =>
  (await control('GET', `/sandbox/phones/${who}${query}`)).body;
const bubbles = async (on: Stage, query = '', who = WHO) => list(await phone(on, query, who), 'messages');

it('shows what was delivered and what the person wrote, oldest first', async () => {
  const on = await stage();
  expect(await phone(on)).toMatchObject({
    version: 0,
    typing: false,
    messages: [],
    person: { phone: WHO, name: 'Ahmed Kareem' },
  });
  await on.control('POST', '/sandbox/messages', { text: 'Hi *there*' });
  const [mine] = await bubbles(on);
  const id = wamidOf(await on.send({ ...TO, ...text('Hello'), context: { message_id: mine?.['id'] } }));
  await on.sandbox.idle();
  expect(await bubbles(on)).toMatchObject([
    { id: mine?.['id'], from: 'person', type: 'text', content: { text: 'Hi *there*' }, quotes: null, readAt: null },
    { id, from: 'business', type: 'text', content: { text: 'Hello', buttons: [] }, quotes: mine?.['id'] },
  ]);
  expect(await bubbles(on, `?to=${SECOND.number}`)).toEqual([]);
});

it('does not show what never arrives', async () => {
  const on = await stage();
  await on.send({ to: '+9647700000002', ...hello });
  await on.send({ ...TO, ...text('outside the window') });
  await on.sandbox.idle();
  expect(await bubbles(on, '', '9647700000002')).toEqual([]);
  expect(await bubbles(on)).toEqual([]);
});

it('shows a template with what was filled in, and a press on its quick reply quotes it', async () => {
  const on = await stage();
  const { body } = await on.control('GET', '/sandbox/templates');
  const seeded = await on.graph('GET', `/v25.0/${FIRST.wabaId}/message_templates?limit=100`);
  const template = list(seeded.body, 'data').find((one) =>
    list(one, 'components').some((part) => part['type'] === 'BUTTONS' && JSON.stringify(part).includes('QUICK_REPLY')),
  );
  expect(body['templates']).toBeDefined();
  const buttons = list(
    list(object(template), 'components').find(({ type }) => type === 'BUTTONS'),
    'buttons',
  );
  const text = String(list(object(template), 'components').find(({ type }) => type === 'BODY')?.['text']);
  const count = new Set(text.match(/\{\{\d+\}\}/g)).size;
  const parameters = Array.from({ length: count }, (_, i) => ({ type: 'text', text: `value ${i + 1}` }));
  const reply = buttons.findIndex(({ type }) => type === 'QUICK_REPLY');
  const payload = {
    type: 'button',
    sub_type: 'quick_reply',
    index: reply,
    parameters: [{ type: 'payload', payload: 'yes!' }],
  };
  const sent = await on.send({
    ...TO,
    type: 'template',
    template: {
      name: template?.['name'],
      language: { code: template?.['language'] },
      components: [{ type: 'body', parameters }, payload],
    },
  });
  expect(sent.status).toBe(200);
  await on.sandbox.idle();
  const [shown] = await bubbles(on);
  const content = object(shown?.['content']);
  expect(content['text']).toContain('value 1');
  expect(content['text']).not.toContain('{{');
  expect(list(content, 'buttons')[reply]).toMatchObject({
    kind: 'quick_reply',
    press: { type: 'button', payload: 'yes!' },
  });

  const press = { message: shown?.['id'], button: reply };
  const pressed = await on.control('POST', `/sandbox/phones/${WHO}/press`, press);
  expect(pressed.status).toBe(200);
  await on.sandbox.idle();
  expect(on.callback.messages().find(({ id }) => id === pressed.body['id'])).toMatchObject({
    type: 'button',
    button: { payload: 'yes!', text: buttons[reply]?.['text'] },
    context: { from: FIRST.digits, id: shown?.['id'] },
  });
  expect((await bubbles(on)).at(-1)).toMatchObject({
    from: 'person',
    quotes: shown?.['id'],
    content: { text: buttons[reply]?.['text'] },
  });
});

it('presses reply buttons and list rows, by their words too', async () => {
  const on = await stage();
  await on.control('POST', '/sandbox/messages', { text: 'menu?' });
  const interactive = (kind: string, action: object) => ({
    type: 'interactive',
    interactive: { type: kind, body: { text: 'Choose' }, action },
  });
  const yes = { type: 'reply', reply: { id: 'y', title: 'Yes' } };
  const rows = [{ id: 'r1', title: 'Tea', description: 'Hot' }];
  const asked = wamidOf(await on.send({ ...TO, ...interactive('button', { buttons: [yes] }) }));
  const menu = wamidOf(await on.send({ ...TO, ...interactive('list', { button: 'Open', sections: [{ rows }] }) }));
  await on.sandbox.idle();
  expect(list(await phone(on), 'messages').find(({ id }) => id === menu)).toMatchObject({
    content: { list: 'Open', text: 'Choose', buttons: [{ kind: 'row', text: 'Tea', description: 'Hot' }] },
  });
  const press = (message: string, button: number | string) =>
    on.control('POST', `/sandbox/phones/${WHO}/press`, { message, button });
  const ids = [(await press(asked, 'Yes')).body['id'], (await press(menu, 0)).body['id']];
  await on.sandbox.idle();
  const replies = ids.map((one) => on.callback.messages().find(({ id }) => id === one));
  expect(replies).toMatchObject([
    { interactive: { type: 'button_reply', button_reply: { id: 'y', title: 'Yes' } }, context: { id: asked } },
    {
      interactive: { type: 'list_reply', list_reply: { id: 'r1', title: 'Tea', description: 'Hot' } },
      context: { id: menu },
    },
  ]);
  for (const [message, button] of [
    [asked, 7],
    [asked, 'No'],
    ['wamid.none', 0],
  ] as const) {
    expect((await press(message, button)).status).toBe(400);
  }
});

it('shows files of both sides, whose bytes a browser is told not to believe', async () => {
  const on = await stage();
  await on.control('POST', '/sandbox/messages', { type: 'image' });
  await on.control('POST', '/sandbox/messages', {
    type: 'document',
    file: { base64: Buffer.from('<script>1</script>').toString('base64'), mimeType: 'text/html', filename: 'x.html' },
  });
  const [image, page] = (await bubbles(on)).map(({ content }) => object(object(content)['file']));
  const get = async (url: unknown) => fetch(`${on.controlUrl}${String(url)}`);
  const picture = await get(image?.['url']);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(Buffer.from(await picture.arrayBuffer()).equals(sampleFiles['image']?.({}).bytes ?? Buffer.of())).toBe(true);
  const script = await get(page?.['url']);
  expect(Object.fromEntries(script.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  });
  expect((await get('/sandbox/media/1')).status).toBe(404);
});

it('shows blue ticks, typing and reactions', async () => {
  const on = await stage();
  const { body } = await on.control('POST', '/sandbox/messages', { text: 'anyone?' });
  const receipt = { messaging_product: 'whatsapp', status: 'read', message_id: body['id'] };
  await on.graph('POST', `/v25.0/${FIRST.number}/messages`, { ...receipt, typing_indicator: { type: 'text' } });
  expect(await phone(on)).toMatchObject({ typing: true, messages: [{ readAt: expect.any(String) }] });
  await on.send({ ...TO, type: 'reaction', reaction: { message_id: body['id'], emoji: '👍' } });
  await on.send({ ...TO, ...text('yes') });
  await on.sandbox.idle();
  expect(await phone(on)).toMatchObject({
    typing: false,
    messages: [{ reactions: { business: '👍', person: null } }, { content: { text: 'yes' } }],
  });
  const [, reply] = await bubbles(on);
  await on.control('POST', '/sandbox/messages', {
    type: 'reaction',
    reaction: { message_id: reply?.['id'], emoji: '❤️' },
  });
  await on.control('POST', '/sandbox/messages', { type: 'revoke', revoke: { original_message_id: body['id'] } });
  expect(await bubbles(on)).toMatchObject([{ deleted: true }, { deleted: false, reactions: { person: '❤️' } }]);
});

it('answers a waiting phone as soon as there is news, and keeps at most 100 messages', async () => {
  const on = await stage();
  const { version } = await phone(on);
  const waiting = phone(on, `?after=${String(version)}&wait=25`);
  await on.control('POST', '/sandbox/messages', { from: '9647700000001', text: "somebody else's" });
  await on.control('POST', '/sandbox/messages', { text: 'news' });
  const told = await waiting;
  expect(told).toMatchObject({ messages: [{ content: { text: 'news' } }] });
  expect(await phone(on, `?after=${String(told['version'])}&wait=0`)).toMatchObject({ version: told['version'] });
  expect((await on.control('GET', `/sandbox/phones/${WHO}?after=x&wait=1`)).status).toBe(400);
  for (let i = 0; i < 101; i += 1) await on.control('POST', '/sandbox/messages', { text: `number ${i}` });
  const kept = await bubbles(on);
  expect([kept.length, object(kept[0]?.['content'])['text']]).toEqual([100, 'number 1']);
  await on.sandbox.idle();
});

it('is the operator’s, and a waiting phone holds up no shutdown', async () => {
  const gateway = await startGateway();
  expect((await fetch(`${gateway.url}/sandbox/phones/${WHO}`)).status).toBe(401);
  await gateway.call('POST', '/api/v1/whatsapp/send', {
    message: { to: WHO, templateName: 'hello_world', languageCode: 'en_US' },
  });
  const shown = async () => (await (await gateway.call('GET', `/sandbox/phones/${WHO}`)).json()).messages;
  await expect.poll(async () => (await shown()).length).toBe(1);
  expect(await shown()).toMatchObject([{ content: { header: 'Hello World' } }]);
  const waiting = gateway.call('GET', `/sandbox/phones/${WHO}?after=999999&wait=25`).then(
    () => 'answered',
    () => 'cut',
  );
  // A later request that was answered: the waiting one has arrived.
  await gateway.call('GET', '/sandbox');
  await gateway.close();
  expect(await waiting).toBe('cut');
});
