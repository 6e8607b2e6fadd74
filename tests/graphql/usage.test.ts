import { afterAll, beforeAll, expect, it } from 'vitest';
import { inbound, status } from '../ports/fixtures.ts';
import { OTHER_KEY, type Rig, SEND_ONLY_KEY, startRig } from './support.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const by = (key: string) => ({ 'x-dijla-key': key });
const DAYS = { from: '2026-01-01', to: '2026-01-31' };
const USAGE = `query ($from: String!, $to: String!, $tenant: ID, $groupBy: [UsageDimension!]) {
  usage(from: $from, to: $to, tenant: $tenant, groupBy: $groupBy) {
    tenant timeZone from to
    totals { messages inbound outbound failed billable notBillable }
    rows { day direction type failed errorCode messages pricing { billable category type model } }
    media { day direction files bytes } stored { files bytes } } }`;
const used = (variables: object = {}, headers: Record<string, string> = {}) =>
  rig.ask(USAGE, { ...DAYS, ...variables }, headers);

async function send(): Promise<string> {
  const { data } = await rig.ask(`mutation { sendReply(input: { to: { phone: "+9647701234567" },
    content: { text: { body: "hello" } } }) { ... on Message { whatsappId } } }`);
  return data.sendReply.whatsappId;
}

it('counts messages both ways, with Meta’s words on their price and nothing inferred', async () => {
  await rig.tell(inbound('wamid.1'));
  const [told, untold] = [await send(), await send()];
  const pricing = { billable: true, model: 'PMP', type: 'regular', category: 'utility' };
  await rig.tell(status(told, 'SENT', { pricing }), status(untold, 'SENT'));
  const { usage } = (await used()).data;
  const row = { day: '2026-01-01', type: 'text', failed: false, errorCode: null };
  const none = { billable: null, category: null, type: null, model: null };
  expect(usage).toEqual({
    ...{ tenant: 'dijla', timeZone: 'Asia/Baghdad', ...DAYS },
    totals: { messages: 3, inbound: 1, outbound: 2, failed: 0, billable: 1, notBillable: 0 },
    rows: [
      { ...row, direction: 'INBOUND', messages: 1, pricing: none },
      { ...row, direction: 'OUTBOUND', messages: 1, pricing: none },
      { ...row, direction: 'OUTBOUND', messages: 1, pricing },
    ],
    media: [],
    stored: { files: 0, bytes: 0 },
  });
  const grouped = (await used({ groupBy: ['direction'] })).data.usage;
  const alike = { day: null, type: null, failed: null, errorCode: null, pricing: null };
  expect(grouped.rows).toEqual([
    { ...alike, direction: 'INBOUND', messages: 1 },
    { ...alike, direction: 'OUTBOUND', messages: 2 },
  ]);
});

it('is one’s own; the operator sees each tenant’s', async () => {
  const { createTenant: shop } = (
    await rig.ask('mutation { createTenant(name: "Shop", timeZone: "UTC") { ... on Tenant { id } } }')
  ).data;
  expect((await used({ tenant: shop.id })).data.usage).toMatchObject({ tenant: shop.id, timeZone: 'UTC', rows: [] });
  const theirs = await used({ tenant: shop.id }, by(OTHER_KEY));
  const nobodys = await used({ tenant: 'ten_none' }, by(OTHER_KEY));
  expect(theirs.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'tenant' });
  expect(theirs).toEqual({ ...nobodys, headers: theirs.headers });
  expect((await used({}, by(SEND_ONLY_KEY))).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

it.each([
  ['from', { from: '2026-02-30' }],
  ['from', { from: '01.01.2026' }],
  ['to', { to: '2025-12-31' }],
  ['to', { from: '2025-01-01', to: '2026-01-02' }],
  ['to', { to: '9999-12-31' }],
])('names the day at fault: %s', async (field, days) => {
  const answer = await used(days);
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field });
});

it('takes a whole leap year', async () => {
  expect((await used({ from: '2024-01-01', to: '2024-12-31' })).data.usage.rows).toEqual([]);
});

it('of every tenant comes in one call to the operator, and each tenant gets its own alone', async () => {
  await rig.tell(inbound('wamid.home'));
  const query = `query ($from: String!, $to: String!) { tenants { id usage(from: $from, to: $to, groupBy: [direction]) {
    tenant totals { messages } rows { direction messages } } } }`;
  const answer = await rig.ask(query, DAYS);
  expect(answer.errors).toBeUndefined();
  const { tenants } = answer.data;
  expect(tenants.length).toBeGreaterThan(1);
  for (const { id, usage } of tenants) expect(usage).toMatchObject({ tenant: id });
  const home = tenants.find(({ id }: { id: string }) => id === 'dijla').usage;
  expect(home.totals.messages).toBe((await used()).data.usage.totals.messages);
  expect(home.rows[0]).toMatchObject({ direction: 'INBOUND' });
  const refused = await rig.ask(query, DAYS, by(OTHER_KEY));
  expect(refused.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});
