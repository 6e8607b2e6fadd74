import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALI, image, inbound } from '../ports/fixtures.ts';
import { NUMBER, OTHER_KEY, READ_ONLY_KEY, type Rig, startRig } from './support.ts';

const RETRY = `mutation ($id: ID!) { retryMedia(messageId: $id) { __typename
  ... on Message { id content { ... on MediaContent { media { state reason } } } }
  ... on Error { code message field } } }`;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

/** A picture whose bytes cannot be had: Meta is not there. */
async function receive(whatsappId: string): Promise<string> {
  const content = image('7');
  await rig.tell(inbound(whatsappId, ALI, { type: 'image', content, phoneNumberId: NUMBER.phoneNumberId }));
  return (await rig.store.messages.byWhatsappId('dijla', whatsappId))?.id ?? '';
}

it('has a file fetched again, and says how it stands', async () => {
  const id = await receive('wamid.retry');
  await rig.mediaFetch.runDue();
  const { data } = await rig.ask(
    'query ($id: ID!) { message(id: $id) { content { ... on MediaContent { media { state reason } } } } }',
    { id },
  );
  expect(data.message.content.media).toEqual({
    state: 'PENDING',
    reason: expect.stringMatching(/Meta/),
  });
  expect((await rig.ask(RETRY, { id })).data.retryMedia).toEqual({
    ...{ __typename: 'Message', id, content: { media: { state: 'PENDING', reason: null } } },
  });
  expect(await rig.mediaFetch.runDue()).toBe(1);
});

it('answers for another tenant’s message as for none, and to readers that they may not', async () => {
  const id = await receive('wamid.matrix');
  const ask = async (messageId: string, key: string) =>
    (await rig.ask(RETRY, { id: messageId }, { 'x-dijla-key': key })).data.retryMedia;
  const none = await ask('msg_none', OTHER_KEY);
  expect(none).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND', field: 'messageId' });
  expect(await ask(id, OTHER_KEY)).toEqual(none);
  expect(await ask(id, READ_ONLY_KEY)).toMatchObject({ __typename: 'ForbiddenError' });
  await rig.tell(inbound('wamid.text', ALI, { phoneNumberId: NUMBER.phoneNumberId }));
  const text = await rig.store.messages.byWhatsappId('dijla', 'wamid.text');
  expect(await ask(text?.id ?? '', rig.key)).toMatchObject({ __typename: 'NotFoundError' });
});

it('serves no byte of another tenant’s, and says no more of it than of none', async () => {
  const id = await receive('wamid.bytes');
  const message = (await rig.store.messages.getMany('dijla', [id]))[0];
  const file = message?.content.kind === 'media' ? (message.content.media?.id ?? '') : '';
  const other = await rig.services.access.byKey(OTHER_KEY);
  const said = (mediaId: string) =>
    rig.services.media.file(other, mediaId).catch((error: Error) => `${error.name} ${error.message}`);
  expect(await said(file)).toBe(await said('med_none'));
  const owner = await rig.services.access.byKey(rig.key);
  await expect(rig.services.media.file(owner, file)).rejects.toThrow('still being fetched');
});
