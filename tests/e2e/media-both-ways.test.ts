import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, MEDIA, sampleOf, upload } from '../rest/uploading.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

const PERSON = '9647700000000';
const PNG = sampleOf('image');
const PDF = sampleOf('document');

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const uploadAs = (bytes: Uint8Array, type: string, name: string, fields?: Record<string, string>) =>
  upload(gateway, { bytes, type, name }, fields);

async function ask(query: string, variables: object = {}) {
  return jsonOf(gateway.call('POST', '/graphql', { query, variables }));
}

/** The person sends a file; answers with the stored message once its file is no longer pending. */
async function receive(type: string, more: object = {}) {
  const { id: whatsappId } = await jsonOf(gateway.call('POST', '/sandbox/messages', { from: PERSON, type, ...more }));
  const query = `query ($id: ID!) { message(id: $id) { id content { ... on MediaContent { mediaId media {
    id state reason mimeType filename sizeBytes sha256 url thumbnailUrl width height } } } } }`;
  const message = async () => (await ask(query, { id: whatsappId })).data.message;
  await expect.poll(async () => (await message())?.content.media.state).toMatch(/READY|FAILED/);
  return message();
}

describe('what people send', () => {
  it('is fetched in the background, and served', async () => {
    const { cursor } = (await ask('{ cursor }')).data;
    const { id, content } = await receive('image');
    expect(content.media).toMatchObject({
      state: 'READY',
      mimeType: 'image/png',
      sizeBytes: PNG.length,
      sha256: sha256(PNG),
      width: 64,
      height: 64,
      url: `${MEDIA}/${content.media.id}`,
    });
    const answer = await gateway.call('GET', content.media.url);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true);
    const { events } = await jsonOf(gateway.call('GET', `/api/v1/whatsapp/events?after=${cursor}`));
    const told = events.filter((event: { message: { id: string } | null }) => event.message?.id === id);
    expect(told.map((event: { type: string }) => event.type)).toEqual(['inbound_message', 'message_media']);
    const [came, here] = told.map((event: { message: { content: { media: object } } }) => event.message.content.media);
    expect(came).toMatchObject({ id: content.media.id, state: 'PENDING', mimeType: 'image/png', url: null });
    expect(here).toEqual(content.media);
    const record = await jsonOf(gateway.call('GET', `/api/v1/whatsapp/messages/${id}`));
    expect(record.media).toEqual(content.media);
  });

  it('has a small picture when it is an image', async () => {
    const { content } = await receive('image');
    const picture = await gateway.call('GET', content.media.thumbnailUrl);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(Buffer.from(await picture.arrayBuffer()).toString('latin1', 8, 12)).toBe('WEBP');
    const { content: other } = await receive('document');
    expect(other.media).toMatchObject({ thumbnailUrl: null, filename: 'sandbox.pdf', mimeType: 'application/pdf' });
    expect((await gateway.call('GET', `${other.media.url}/thumbnail`)).status).toBe(404);
  });

  it('is told over GraphQL as an event with its message', async () => {
    const { cursor } = (await ask('{ cursor }')).data;
    const { id } = await receive('audio');
    const query = `query ($after: Cursor) { events(after: $after) { __typename type ... on MediaEvent {
      message { id } media { state mimeType } } } }`;
    const { events } = (await ask(query, { after: cursor })).data;
    expect(events.at(-1)).toEqual({
      __typename: 'MediaEvent',
      type: 'message_media',
      message: { id },
      media: { state: 'READY', mimeType: 'audio/ogg' },
    });
  });

  it('may be sent on by its id', async () => {
    const { content } = await receive('image');
    const sent = await jsonOf(
      gateway.call('POST', '/api/v1/whatsapp/reply', {
        message: { to: PERSON, type: 'image', mediaId: content.media.id, caption: 'yours' },
      }),
    );
    expect(sent).toMatchObject({ success: true });
  });
});

describe('what is uploaded', () => {
  it('is sent by its id from REST and GraphQL alike, and shown with the message', async () => {
    await receive('image');
    const uploaded = await uploadAs(PNG, 'image/png', 'صورة.png');
    expect(uploaded).toMatchObject({
      ...{ status: 200, success: true, type: 'image', mimeType: 'image/png', size: PNG.length, sha256: sha256(PNG) },
      ...{ id: expect.stringMatching(/^med_\w{26}$/), mediaId: expect.stringMatching(/^\d+$/), filename: 'صورة.png' },
    });
    const bodies = [
      { to: PERSON, type: 'image', mediaId: uploaded.id },
      { to: PERSON, type: 'image', image: { id: uploaded.id, caption: 'in Meta’s shape' } },
      { to: PERSON, type: 'document', mediaId: uploaded.id },
      { to: PERSON, type: 'image', mediaId: uploaded.mediaId },
    ];
    for (const message of bodies) {
      expect(await jsonOf(gateway.call('POST', '/api/v1/whatsapp/reply', { message }))).toMatchObject({
        success: true,
      });
    }
    const mutation = `mutation ($id: ID!, $to: String!) {
      sendReply(input: { to: { phone: $to }, content: { image: { id: $id } } }) {
        __typename ... on Message { content { ... on MediaContent { mediaId mimeType media { id state url thumbnailUrl } } } }
      } }`;
    expect((await ask(mutation, { id: uploaded.id, to: PERSON })).data.sendReply).toEqual({
      __typename: 'Message',
      content: {
        mediaId: uploaded.mediaId,
        mimeType: 'image/png',
        media: {
          id: uploaded.id,
          state: 'READY',
          url: `${MEDIA}/${uploaded.id}`,
          thumbnailUrl: `${MEDIA}/${uploaded.id}/thumbnail`,
        },
      },
    });
    expect(Buffer.from(await (await gateway.call('GET', `${MEDIA}/${uploaded.id}`)).arrayBuffer()).equals(PNG)).toBe(
      true,
    );
  });

  it('stands in the header of an interactive message too', async () => {
    await receive('image');
    const { id } = await uploadAs(PNG, 'image/png', 'a.png');
    const interactive = (header: object) => ({
      to: PERSON,
      type: 'interactive',
      interactive: {
        type: 'button',
        header,
        body: { text: 'Which?' },
        action: { buttons: [{ type: 'reply', reply: { id: 'a', title: 'A' } }] },
      },
    });
    const send = (header: object) =>
      jsonOf(gateway.call('POST', '/api/v1/whatsapp/reply', { message: interactive(header) }));
    expect(await send({ type: 'image', image: { id } })).toMatchObject({ success: true });
    expect((await send({ type: 'video', video: { id } })).error).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'message.interactive.header.video.id',
    });
  });

  it('stands in the header of a template, in the short form and in Meta’s', async () => {
    const { id } = await uploadAs(PNG, 'image/png', 'a.png');
    const { id: pdf } = await uploadAs(PDF, 'application/pdf', 'a.pdf');
    const send = (message: object) =>
      jsonOf(
        gateway.call('POST', '/api/v1/whatsapp/send', {
          message: { to: PERSON, templateName: 'spring_offer', ...message },
        }),
      );
    const body = ['Zainab', '20%'];
    const components = (file: string) => [
      { type: 'header', parameters: [{ type: 'image', image: { id: file } }] },
      { type: 'body', parameters: body.map((text) => ({ type: 'text', text })) },
    ];
    expect(await send({ parameters: { header: { image: { id } }, body } })).toMatchObject({ success: true });
    expect(await send({ components: components(id) })).toMatchObject({ success: true });
    const { error } = await send({ parameters: { header: { image: { id: pdf } }, body } });
    expect([error.code, error.field]).toEqual(['INVALID_INPUT', 'message.parameters.header.image.id']);
    expect((await send({ components: components('med_none') })).error).toMatchObject({
      code: 'NOT_FOUND',
      field: 'message.components',
    });
    const mutation = `mutation ($parameters: TemplateParametersInput!) { sendTemplate(input: { to: { phone: "${PERSON}" },
      template: { name: "spring_offer", parameters: $parameters } }) { __typename ... on Error { field } } }`;
    const result = async (file: string) =>
      (await ask(mutation, { parameters: { header: { image: { id: file } }, body } })).data.sendTemplate;
    expect(await result(id)).toEqual({ __typename: 'Message' });
    const field = 'input.template.parameters.header.image.id';
    expect(await result(pdf)).toEqual({ __typename: 'InvalidInputError', field });
  });

  it('is uploaded again for a number that it was not uploaded for', async () => {
    const { direct } = credentialsOfBanner();
    const uploaded = await uploadAs(PNG, 'image/png', 'a.png');
    const body = { message: { to: PERSON, type: 'image', mediaId: uploaded.id }, whatsappConfig: direct };
    const sent = await jsonOf(gateway.call('POST', '/api/v1/whatsapp/reply', body));
    expect(sent).toMatchObject({ success: true });
    const query = 'query ($id: ID!) { message(id: $id) { content { ... on MediaContent { mediaId media { id } } } } }';
    const { content } = (await ask(query, { id: sent.id })).data.message;
    expect(content.media.id).toBe(uploaded.id);
    expect(content.mediaId).not.toBe(uploaded.mediaId);
  });

  it('is uploaded with credentials of the call, none of which is kept', async () => {
    const { direct } = credentialsOfBanner();
    const whole = await uploadAs(PDF, 'application/pdf', 'a.pdf', { whatsappConfig: JSON.stringify(direct) });
    expect(whole).toMatchObject({ status: 200, type: 'document' });
    expect(await uploadAs(PDF, 'application/pdf', 'a.pdf', { ...direct })).toMatchObject({ status: 200 });
    const half = await uploadAs(PDF, 'application/pdf', 'a.pdf', { accessToken: direct.accessToken });
    expect([half.status, half.error.field]).toEqual([400, 'whatsappConfig.phoneNumberId']);
  });
});

/** The second account, as the banner shows it. */
function credentialsOfBanner() {
  const banner = gateway.app.banner();
  const accessToken = /EAA\w+/.exec(banner)?.[0] ?? '';
  const phoneNumberId = /phoneNumberId\D+(\d+)/.exec(banner)?.[1] ?? '';
  return { direct: { accessToken, phoneNumberId } };
}
