import { describe, expect, it } from 'vitest';
import { restBench } from './support.ts';

const TO = '9647700000000';

describe('a template send', () => {
  it('is read from the documented body', async () => {
    const bench = await restBench();
    const answer = await bench.send(
      {
        to: TO,
        templateName: 'order_ready',
        languageCode: 'ar',
        parameters: { header: { image: 'https://example.com/a.png' }, body: ['Ali', 3], buttons: [null, { url: 'x' }] },
        from: '+9647800000001',
        replyTo: 'wamid.before',
        reference: 'order-7',
      },
      {},
      { 'idempotency-key': 'k-1' },
    );
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      success: true,
      id: 'msg_1',
      messageId: 'wamid.1',
      status: 'ACCEPTED',
      to: '+9647700000000',
      data: { messages: [{ id: 'wamid.1' }] },
      warnings: [],
    });
    expect(bench.templates).toEqual([
      {
        to: { phone: TO },
        from: '+9647800000001',
        replyTo: 'wamid.before',
        reference: 'order-7',
        idempotencyKey: 'k-1',
        credentials: null,
        wait: true,
        expiresInSeconds: null,
        template: {
          name: 'order_ready',
          language: 'ar',
          parameters: {
            header: { image: 'https://example.com/a.png' },
            body: ['Ali', 3],
            buttons: [null, { url: 'x' }],
          },
          components: null,
        },
      },
    ]);
  });

  it("is read from Meta's own shape", async () => {
    const bench = await restBench();
    const components = [{ type: 'body', parameters: [{ type: 'text', text: 'Ali' }] }];
    const answer = await bench.send({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: TO,
      type: 'template',
      template: { name: 'order_ready', language: { policy: 'deterministic', code: 'ar' }, components },
      context: { message_id: 'wamid.before' },
      biz_opaque_callback_data: 'mine',
    });
    expect(answer.json().warnings).toEqual([]);
    expect(bench.templates[0]).toMatchObject({
      replyTo: 'wamid.before',
      reference: 'mine',
      template: { name: 'order_ready', language: 'ar', parameters: null, components },
    });
  });

  it.each([
    ['a number', 90, 90],
    ['digits', '90', 90],
    ['null', null, null],
  ])('says how long it may wait, as %s', async (_name, expiresIn, expected) => {
    const bench = await restBench();
    const answer = await bench.send({ to: TO, templateName: 'a', expiresIn });
    expect(answer.json().warnings).toEqual([]);
    expect(bench.templates[0]?.expiresInSeconds).toBe(expected);
  });

  it('names a wait that is none', async () => {
    const bench = await restBench();
    const answer = await bench.send({ to: TO, templateName: 'a', expiresIn: 'soon' });
    expect([answer.statusCode, answer.json().error.field]).toEqual([400, 'message.expiresIn']);
  });

  it.each([
    ['a text', '+964 770 000 0000', { phone: '+964 770 000 0000' }],
    ['a number', 9_647_700_000_000, { phone: '9647700000000' }],
    ['a phone object', { phone: '9647700000000' }, { phone: '9647700000000' }],
    ['a user id object', { userId: 'IQ.123' }, { userId: 'IQ.123' }],
  ])('takes a recipient as %s', async (_name, to, read) => {
    const bench = await restBench();
    expect((await bench.send({ to, templateName: 'a' })).statusCode).toBe(200);
    expect(bench.templates[0]?.to).toEqual(read);
  });

  it.each([
    ['a list alone means the body', { parameters: ['Ali'] }, { parameters: { body: ['Ali'] }, components: null }],
    ['named parameters', { parameters: { body: { who: 'Ali' } } }, { parameters: { body: { who: 'Ali' } } }],
    ['an empty list beside parameters', { parameters: ['x'], components: [] }, { components: null }],
    ['empty parameters beside components', { parameters: {}, components: [{}] }, { parameters: null }],
    ['nulls', { parameters: null, components: null, languageCode: null }, { parameters: null, language: null }],
    ['no language', {}, { language: null }],
  ])('understands %s', async (_name, given, read) => {
    const bench = await restBench();
    expect((await bench.send({ to: TO, templateName: 'a', ...given })).statusCode).toBe(200);
    expect(bench.templates[0]?.template).toMatchObject(read);
  });

  it('ignores unknown fields and says what they probably mean', async () => {
    const bench = await restBench();
    const answer = await bench.call('POST', '/api/v1/whatsapp/send', {
      message: { to: { phone: TO, phon: 1 }, templateName: 'a', language_code: 'ar', colour: 'red', refrence: 'r' },
      whatsapConfig: {},
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.json().warnings).toEqual([
      { field: 'whatsapConfig', didYouMean: 'whatsappConfig' },
      { field: 'message.language_code', didYouMean: 'message.languageCode' },
      { field: 'message.colour', didYouMean: null },
      { field: 'message.refrence', didYouMean: 'message.reference' },
      { field: 'message.to.phon', didYouMean: 'message.to.phone' },
    ]);
  });

  it.each([
    ['no body field', {}, 'message', null],
    ['a misspelt message', { mesage: {} }, 'message', 'mesage'],
    ['a recipient outside', { to: TO, templateName: 'a' }, 'message', 'to'],
    ['no recipient', { message: { templateName: 'a' } }, 'message.to', null],
    ['an empty recipient', { message: { to: '', templateName: 'a' } }, 'message.to', null],
    ['no name', { message: { to: TO } }, 'message.templateName', null],
    ['a misspelt name', { message: { to: TO, template_name: 'a' } }, 'message.templateName', 'message.template_name'],
    ['a nameless template', { message: { to: TO, template: { nme: 'a' } } }, 'message.template.name', 'nme'],
    ['a list as message', { message: [] }, 'message', null],
    ['a wrong kind', { message: { to: TO, templateName: 7 } }, 'message.templateName', null],
    ['a wrong recipient', { message: { to: [TO], templateName: 'a' } }, 'message.to', null],
    ['two recipients', { message: { to: { phone: TO, userId: 'IQ.1' }, templateName: 'a' } }, 'message.to', null],
    [
      'wrong buttons',
      { message: { to: TO, templateName: 'a', parameters: { buttons: {} } } },
      'message.parameters',
      null,
    ],
  ])('refuses %s, naming the field', async (_name, body, field, alsoNamed) => {
    const bench = await restBench();
    const answer = await bench.call('POST', '/api/v1/whatsapp/send', body);
    expect(answer.statusCode).toBe(400);
    const { error, success, id } = answer.json();
    expect({ success, id, code: error.code, field: error.field }).toEqual({
      success: false,
      id: null,
      code: 'INVALID_INPUT',
      field,
    });
    if (alsoNamed !== null) expect(error.message).toContain(`${alsoNamed}\``);
    expect(bench.templates).toEqual([]);
  });

  it('refuses a body that is nested without end', async () => {
    const bench = await restBench();
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    const answer = await bench.app.inject({
      method: 'POST',
      url: '/api/v1/whatsapp/send',
      headers: { 'x-dijla-key': 'the-master-key-of-tests', 'content-type': 'application/json' },
      payload: `{"message":{"to":"1","templateName":"a","components":${deep}}}`,
    });
    expect(answer.statusCode).toBe(400);
  });
});

describe('credentials in the payload', () => {
  const config = { accessToken: 'EAAcaller', phoneNumberId: '123' };

  it.each([
    ['null', null],
    ['{}', {}],
    ['nothing but nulls', { accessToken: null, phoneNumberId: null }],
  ])('count as absent when %s', async (_name, whatsappConfig) => {
    const bench = await restBench();
    expect((await bench.send({ to: TO, templateName: 'a' }, { whatsappConfig })).statusCode).toBe(200);
    expect(bench.templates[0]?.credentials).toBeNull();
  });

  it('reach the application, a number as text', async () => {
    const bench = await restBench();
    await bench.send({ to: TO, templateName: 'a' }, { whatsappConfig: { ...config, phoneNumberId: 123 } });
    expect(bench.templates[0]?.credentials).toEqual(config);
  });

  it.each([
    ['the token', { phoneNumberId: '123' }, 'whatsappConfig.accessToken'],
    ['the number', { accessToken: 'EAAcaller' }, 'whatsappConfig.phoneNumberId'],
    ['the token, being empty', { accessToken: '', phoneNumberId: '123' }, 'whatsappConfig.accessToken'],
    ['both, being empty', { accessToken: '', phoneNumberId: '' }, 'whatsappConfig.accessToken'],
    ['both, being misspelt', { acessToken: 'EAAcaller', phoneNumberID: '1' }, 'whatsappConfig.accessToken'],
    ['all, being text', 'EAAcaller', 'whatsappConfig'],
  ])('without %s are refused, and never completed from the master', async (_name, whatsappConfig, field) => {
    const bench = await restBench();
    const answer = await bench.send({ to: TO, templateName: 'a' }, { whatsappConfig });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error.field).toBe(field);
    expect(answer.body).not.toContain('EAAcaller');
    expect(bench.templates).toEqual([]);
  });
});
