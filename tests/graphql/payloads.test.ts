import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Rig, startRig } from './support.ts';
import { ALI, written } from './told.ts';

const RESULT = '{ __typename ... on Message { status } ... on Error { message field } }';
const SEND_TEMPLATE = `mutation ($input: SendTemplateInput!) { sendTemplate(input: $input) ${RESULT} }`;
const SEND_REPLY = `mutation ($input: SendReplyInput!) { sendReply(input: $input) ${RESULT} }`;
const TO_ALI = { phone: ALI.phone };
const ACCEPTED = { __typename: 'Message', status: 'ACCEPTED' };

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

/** What Meta was sent for the input. */
async function sent(query: string, input: object): Promise<unknown> {
  const { data, errors } = await rig.ask(query, { input: { to: TO_ALI, ...input } });
  expect(errors).toBeUndefined();
  expect(Object.values(data)).toEqual([ACCEPTED]);
  return rig.calls.at(-1);
}

it('turns every kind of content into what Meta is sent', async () => {
  await rig.tell(written('wamid.in1'));
  const { data } = await rig.ask('{ message(id: "wamid.in1") { id } }');
  const media = { kind: 'media', mediaId: null, link: null, caption: null, filename: null, voice: false };
  const cases: [object, object][] = [
    [{ text: { body: 'a', previewUrl: true } }, { kind: 'text', body: 'a', previewUrl: true }],
    [
      { image: { link: 'https://a.example/b.png', caption: 'c' } },
      { ...media, mediaType: 'image', link: 'https://a.example/b.png', caption: 'c' },
    ],
    [{ video: { id: '5' } }, { ...media, mediaType: 'video', mediaId: '5' }],
    [{ audio: { id: '6', voice: true } }, { ...media, mediaType: 'audio', mediaId: '6', voice: true }],
    [
      { document: { id: '7', filename: 'a.pdf', caption: 'c' } },
      { ...media, mediaType: 'document', mediaId: '7', filename: 'a.pdf', caption: 'c' },
    ],
    [{ sticker: { id: '8' } }, { ...media, mediaType: 'sticker', mediaId: '8' }],
    [
      { location: { latitude: 33.3, longitude: 44.4, name: 'Baghdad' } },
      { kind: 'location', latitude: 33.3, longitude: 44.4, name: 'Baghdad', address: null },
    ],
    [
      { reaction: { messageId: data.message.id, emoji: '👍' } },
      { kind: 'reaction', whatsappId: 'wamid.in1', emoji: '👍' },
    ],
    [
      {
        contacts: [
          {
            name: { formattedName: 'Ali Hasan', firstName: 'Ali' },
            phones: [{ phone: '+9647701234567', waId: '9647701234567', type: 'HOME' }],
            org: { company: 'Dijla' },
            addresses: [{ city: 'Baghdad', countryCode: 'iq' }],
            birthday: '1990-01-31',
          },
        ],
      },
      {
        kind: 'contacts',
        contacts: [
          {
            name: { formatted_name: 'Ali Hasan', first_name: 'Ali' },
            phones: [{ phone: '+9647701234567', type: 'HOME', wa_id: '9647701234567' }],
            org: { company: 'Dijla' },
            addresses: [{ city: 'Baghdad', country_code: 'iq' }],
            birthday: '1990-01-31',
          },
        ],
      },
    ],
    [
      {
        interactive: {
          buttons: {
            header: { image: { id: '9' } },
            body: 'Choose',
            footer: 'f',
            buttons: [{ id: 'y', title: 'Yes' }],
          },
        },
      },
      {
        kind: 'interactive',
        interactive: {
          type: 'button',
          header: { type: 'image', image: { id: '9' } },
          body: { text: 'Choose' },
          footer: { text: 'f' },
          action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
        },
      },
    ],
    [
      {
        interactive: {
          list: {
            header: 'h',
            body: 'Choose',
            button: 'Open',
            sections: [{ title: 's', rows: [{ id: 'r', title: 'Row', description: 'd' }] }],
          },
        },
      },
      {
        kind: 'interactive',
        interactive: {
          type: 'list',
          header: { type: 'text', text: 'h' },
          body: { text: 'Choose' },
          action: { button: 'Open', sections: [{ title: 's', rows: [{ id: 'r', title: 'Row', description: 'd' }] }] },
        },
      },
    ],
    [
      { interactive: { url: { body: 'Look', button: 'Open', url: 'https://a.example' } } },
      {
        kind: 'interactive',
        interactive: {
          type: 'cta_url',
          body: { text: 'Look' },
          action: { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://a.example' } },
        },
      },
    ],
    [
      { interactive: { custom: { type: 'order_details', action: {} } } },
      { kind: 'interactive', interactive: { type: 'order_details', action: {} } },
    ],
  ];
  for (const [content, expected] of cases) {
    expect(await sent(SEND_REPLY, { content })).toMatchObject({ content: expected });
  }
});

it('takes JSON written into the document as well as in variables', async () => {
  const { data } = await rig.ask(`mutation { sendReply(input: { to: { phone: "${ALI.phone}" }, content: {
    interactive: { custom: { type: "order_details", action: { name: "review_and_pay", parameters: { steps: [1, 2.5, true, null] } } } } } }) ${RESULT} }`);
  expect(data.sendReply).toEqual(ACCEPTED);
  const action = { name: 'review_and_pay', parameters: { steps: [1, 2.5, true, null] } };
  expect(rig.calls.at(-1)).toMatchObject({ content: { interactive: { type: 'order_details', action } } });
});

it("turns a template's short parameters into Meta's components", async () => {
  const short = await sent(SEND_TEMPLATE, {
    template: {
      name: 'unlisted_one',
      parameters: {
        header: { document: { link: 'https://a.example/bill.pdf', filename: 'bill.pdf' } },
        body: ['7', 'today'],
        buttons: [null, { payload: 'STOP' }, { url: 'x/7' }, { code: 'SAVE' }, { flow: { flow_token: 't' } }],
      },
    },
  });
  const button = (sub_type: string, index: string, parameter: object) => ({
    type: 'button',
    sub_type,
    index,
    parameters: [parameter],
  });
  const document = { link: 'https://a.example/bill.pdf', filename: 'bill.pdf' };
  expect(short).toMatchObject({
    content: {
      kind: 'template',
      language: 'en_US',
      components: [
        { type: 'header', parameters: [{ type: 'document', document }] },
        {
          type: 'body',
          parameters: [
            { type: 'text', text: '7' },
            { type: 'text', text: 'today' },
          ],
        },
        button('quick_reply', '1', { type: 'payload', payload: 'STOP' }),
        button('url', '2', { type: 'text', text: 'x/7' }),
        button('copy_code', '3', { type: 'coupon_code', coupon_code: 'SAVE' }),
        button('flow', '4', { type: 'action', action: { flow_token: 't' } }),
      ],
    },
  });
  const parameters = { namedBody: [{ name: 'customer', value: 'Ali' }] };
  expect(await sent(SEND_TEMPLATE, { template: { name: 'unlisted_one', parameters } })).toMatchObject({
    content: {
      components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'customer', text: 'Ali' }] }],
    },
  });
  const components = [{ type: 'body', parameters: [{ type: 'text', text: 'as it is' }] }];
  expect(await sent(SEND_TEMPLATE, { template: { name: 'unlisted_one', language: 'ar', components } })).toMatchObject({
    content: { language: 'ar', components },
  });
});
