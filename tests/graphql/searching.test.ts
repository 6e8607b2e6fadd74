import { afterEach, beforeEach, expect, it } from 'vitest';
import { OTHER_KEY, type Rig, startRig } from './support.ts';
import { ALI, written, ZAINAB } from './told.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
  await rig.tell(
    says('wamid.1', 'أريد الكتابَ الأزرق', { from: ALI }),
    says('wamid.2', 'Crème brûlée, bitte', { from: { ...ZAINAB, name: 'زينب مصطفى' } }),
    says('wamid.3', 'كتاب آخر', { from: { ...ZAINAB, name: 'زينب مصطفى' } }),
  );
});
afterEach(() => rig.close());

function says(whatsappId: string, body: string, more: Parameters<typeof written>[1]) {
  return written(whatsappId, { ...more, content: { kind: 'text', body, previewUrl: false } });
}

const MESSAGES = `query ($search: String, $first: Int, $after: String) {
  messages(filter: { search: $search }, first: $first, after: $after) {
    edges { node { whatsappId } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
const CONVERSATIONS = `query ($search: String) { conversations(filter: { search: $search }) {
  edges { node { contact { phone } lastMessage { whatsappId } } } } }`;

async function messages(search: string, key?: string): Promise<string[]> {
  const { data, errors } = await rig.ask(MESSAGES, { search }, key === undefined ? {} : { 'x-dijla-key': key });
  expect(errors).toBeUndefined();
  return data.messages.edges.map((edge: { node: { whatsappId: string } }) => edge.node.whatsappId);
}

async function people(search: string): Promise<string[]> {
  const { data, errors } = await rig.ask(CONVERSATIONS, { search });
  expect(errors).toBeUndefined();
  return data.conversations.edges.map((edge: { node: { contact: { phone: string } } }) => edge.node.contact.phone);
}

it('finds messages by text, name and phone as people write them, in both scripts', async () => {
  expect(await messages('الكتاب ازرق')).toEqual(['wamid.1']);
  expect(await messages('كِتاب')).toEqual(['wamid.3', 'wamid.1']);
  expect(await messages('CREME')).toEqual(['wamid.2']);
  expect(await messages('مصطفي')).toEqual(['wamid.3', 'wamid.2']);
  expect(await messages('٠٧٧٠ ١٢٣ ٤٥٦٧')).toEqual(['wamid.1']);
  expect(await messages('كتاب', OTHER_KEY)).toEqual([]);
});

it('finds conversations by name, phone and what was said in them', async () => {
  expect(await people('الكتاب')).toEqual([ALI.phone]);
  expect(await people('كتاب')).toEqual([ZAINAB.phone, ALI.phone]);
  expect(await people('زينب')).toEqual([ZAINAB.phone]);
  expect(await people('+964 (770) 123')).toEqual([ALI.phone]);
  expect(await people('brulee')).toEqual([ZAINAB.phone]);
});

it('pages what it finds', async () => {
  const first = await rig.ask(MESSAGES, { search: 'كتاب', first: 1 });
  expect(first.data.messages).toMatchObject({
    edges: [{ node: { whatsappId: 'wamid.3' } }],
    pageInfo: { hasNextPage: true, hasPreviousPage: false },
  });
  const second = await rig.ask(MESSAGES, { search: 'كتاب', first: 1, after: first.data.messages.pageInfo.endCursor });
  expect(second.data.messages).toMatchObject({
    edges: [{ node: { whatsappId: 'wamid.1' } }],
    pageInfo: { hasNextPage: false, hasPreviousPage: true },
  });
});

it('refuses a search that is too long, and says so', async () => {
  for (const query of [MESSAGES, CONVERSATIONS]) {
    const { errors } = await rig.ask(query, { search: 'ا'.repeat(201) });
    expect(errors?.[0]).toMatchObject({
      message: 'A search has at most 200 characters; this one has 201.',
      extensions: { code: 'INVALID_INPUT', field: 'filter.search' },
    });
  }
  expect(await messages('ا'.repeat(200))).toEqual([]);
});
