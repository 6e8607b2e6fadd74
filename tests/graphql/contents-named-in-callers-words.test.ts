import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Rig, startRig } from './support.ts';
import { ALI } from './told.ts';

const SEND = `mutation ($input: SendReplyInput!) { sendReply(input: $input) {
  __typename ... on Message { type raw } ... on Error { field message action } } }`;
const LONG = 'x'.repeat(5_000);
const LINK = 'https://example.com/file';
const CARD = { name: { formattedName: 'Z', firstName: 'Z' } };
const BUTTON = { id: 'a', title: 'A' };

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

async function send(content: object, more: object = {}) {
  const { data, errors } = await rig.ask(SEND, { input: { to: { phone: ALI.phone }, content, ...more } });
  expect(errors).toBeUndefined();
  return data.sendReply;
}

const buttons = (over: object) => ({ interactive: { buttons: { body: 'b', buttons: [BUTTON], ...over } } });
const list = (over: object) => ({
  interactive: { list: { body: 'b', button: 'c', sections: [{ rows: [BUTTON] }], ...over } },
});
const url = (over: object) => ({ interactive: { url: { body: 'b', button: 'c', url: LINK, ...over } } });

it('names a refused field as its caller wrote it', async () => {
  const faults: readonly (readonly [object, string])[] = [
    [{ text: { body: LONG } }, 'text.body'],
    [{ image: { link: LINK, id: '1' } }, 'image'],
    [{ video: { link: 'ftp://a' } }, 'video.link'],
    [{ document: { link: LINK, filename: LONG } }, 'document.filename'],
    [{ location: { latitude: 91, longitude: 0 } }, 'location.latitude'],
    [{ contacts: [CARD, { name: { formattedName: 'Z' } }] }, 'contacts[1].name'],
    [{ contacts: [{ name: { formattedName: LONG } }] }, 'contacts[0].name.formattedName'],
    [{ contacts: [{ ...CARD, addresses: [{ countryCode: LONG }] }] }, 'contacts[0].addresses[0].countryCode'],
    [{ reaction: { messageId: 'wamid.1', emoji: 'yes' } }, 'reaction.emoji'],
    [buttons({ body: LONG }), 'interactive.buttons.body'],
    [buttons({ footer: LONG }), 'interactive.buttons.footer'],
    [buttons({ header: { text: LONG } }), 'interactive.buttons.header.text'],
    [buttons({ header: { image: { link: 'x' } } }), 'interactive.buttons.header.image.link'],
    [buttons({ buttons: [] }), 'interactive.buttons.buttons'],
    [buttons({ buttons: [BUTTON, { id: 'b', title: LONG }] }), 'interactive.buttons.buttons[1].title'],
    [list({ header: LONG }), 'interactive.list.header'],
    [list({ button: LONG }), 'interactive.list.button'],
    [list({ sections: [] }), 'interactive.list.sections'],
    [list({ sections: [{ rows: [{ ...BUTTON, id: LONG }] }] }), 'interactive.list.sections[0].rows[0].id'],
    [url({ button: LONG }), 'interactive.url.button'],
    [url({ url: 'x' }), 'interactive.url.url'],
    [{ interactive: { custom: { type: 'button', action: {}, body: { text: LONG } } } }, 'interactive.custom.body.text'],
    [{ raw: { type: 'text', value: {} } }, 'raw.type'],
    [{ raw: { type: 'pin', value: { to: '1' } } }, 'raw.value.to'],
  ];
  for (const [content, field] of faults) {
    expect(await send(content)).toMatchObject({ __typename: 'InvalidInputError', field: `input.content.${field}` });
  }
  const quoting = await send({ reaction: { messageId: 'wamid.1', emoji: '👍' } }, { replyTo: 'wamid.2' });
  expect(quoting).toMatchObject({ __typename: 'InvalidInputError', field: 'input.replyTo' });
  expect(rig.calls).toEqual([]);
});

it('sends what is newer than this gateway as it came', async () => {
  const pin = { type: 'pin', message_id: 'wamid.1', expiration_days: 7 };
  expect(await send({ raw: { type: 'pin', value: pin } })).toMatchObject({
    __typename: 'Message',
    raw: { type: 'pin', pin, to: ALI.phone, messaging_product: 'whatsapp' },
  });
});
