import { afterEach, beforeEach, expect, it } from 'vitest';
import { TestClock } from '../application/support.ts';
import { NUMBER, type Rig, SEND_ONLY_KEY, startRig } from './support.ts';
import { ALI, became, metaError, NOW, refusal, written } from './told.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
  await rig.tell(written('wamid.in1'));
});
afterEach(() => rig.close());

const HOUR = 3_600_000;
const QUERY = `query ($from: DateTime!, $to: DateTime!, $number: ID) { delivery(from: $from, to: $to, phoneNumberId: $number) {
  at timeZone total statuses { status count } days { day total statuses { status count } }
  failures { count error { code meaning action } } templates { name language total }
  numbers { phoneNumberId total phoneNumber { id } } delivered { count median p95 } read { count median } } }`;
const REPLY = `mutation { sendReply(input: { to: { phone: "${ALI.phone}" }, content: { text: { body: "hi" } } }) { __typename } }`;
const TEMPLATE = `mutation { sendTemplate(input: { to: { phone: "${ALI.phone}" },
  template: { name: "on_its_way", language: "en_US", parameters: { body: ["7"] } } }) { __typename } }`;
const iso = (at: number) => new Date(at).toISOString();

function advance(ms: number): void {
  if (!(rig.clock instanceof TestClock)) throw new Error('the clock is not the test’s');
  rig.clock.advance(ms);
}

async function delivery(more: object = {}, key?: string) {
  const range = { from: iso(NOW - 24 * HOUR), to: iso(NOW + 48 * HOUR), ...more };
  const { data, errors } = await rig.ask(QUERY, range, key === undefined ? {} : { 'x-dijla-key': key });
  return errors === undefined ? data.delivery : errors[0]?.extensions;
}

it('counts what became of messages, by day of the tenant, template, number and code', async () => {
  // 21:30 UTC is half past midnight in Baghdad: another day.
  await rig.ask(REPLY);
  await rig.ask(REPLY);
  advance(21.5 * HOUR);
  await rig.ask(TEMPLATE);
  rig.answerWith(refusal('never', metaError(131026)));
  await rig.ask(REPLY);
  await rig.tell(
    became('wamid.out1', 'DELIVERED', { at: NOW + 4_000 }),
    became('wamid.out1', 'READ', { at: NOW + 9_000 }),
  );

  expect(await delivery()).toEqual({
    at: iso(rig.now()),
    timeZone: 'Asia/Baghdad',
    total: 4,
    statuses: [
      { status: 'ACCEPTED', count: 2 },
      { status: 'READ', count: 1 },
      { status: 'FAILED', count: 1 },
    ],
    days: [
      { day: '2025-12-31', total: 0, statuses: [] },
      {
        day: '2026-01-01',
        total: 2,
        statuses: [
          { status: 'ACCEPTED', count: 1 },
          { status: 'READ', count: 1 },
        ],
      },
      {
        day: '2026-01-02',
        total: 2,
        statuses: [
          { status: 'ACCEPTED', count: 1 },
          { status: 'FAILED', count: 1 },
        ],
      },
      { day: '2026-01-03', total: 0, statuses: [] },
    ],
    failures: [{ count: 1, error: { code: 131026, meaning: 'It was refused.', action: 'Change it.' } }],
    templates: [{ name: 'on_its_way', language: 'en_US', total: 1 }],
    numbers: [{ phoneNumberId: NUMBER.phoneNumberId, total: 4, phoneNumber: { id: NUMBER.id } }],
    delivered: { count: 1, median: 4_000, p95: 4_000 },
    read: { count: 1, median: 5_000 },
  });
});

it('looks at the range and the number that are asked for', async () => {
  await rig.ask(REPLY);
  expect(await delivery({ from: iso(NOW), to: iso(NOW + 1) })).toMatchObject({ total: 1 });
  expect(await delivery({ from: iso(NOW + 1) })).toMatchObject({ total: 0, delivered: null, read: null });
  expect(await delivery({ to: iso(NOW) })).toMatchObject({ total: 0 });
  expect(await delivery({ number: NUMBER.id })).toMatchObject({ total: 1 });
  expect(await delivery({ number: '999' })).toMatchObject({ total: 0, numbers: [] });
});

it('shows a tenant its own only', async () => {
  await rig.ask(REPLY);
  const create = 'mutation { createTenant(name: "Acme", kind: STANDARD) { ... on Tenant { id } } }';
  const tenant = (await rig.ask(create)).data.createTenant.id;
  const issue = `mutation ($tenant: ID!) { issueApiKey(tenant: $tenant, name: "app", scopes: [read]) {
    ... on IssuedApiKey { key } } }`;
  const { key } = (await rig.ask(issue, { tenant })).data.issueApiKey;
  expect(await delivery({}, key)).toMatchObject({ total: 0, templates: [], numbers: [], failures: [] });
  expect(await delivery()).toMatchObject({ total: 1 });
  expect(await delivery({}, SEND_ONLY_KEY)).toMatchObject({ code: 'FORBIDDEN' });
});

it('answers for 92 days at most', async () => {
  const day = 24 * HOUR;
  expect(await delivery({ from: iso(NOW - 92 * day), to: iso(NOW) })).toMatchObject({ total: 0 });
  expect(await delivery({ from: iso(NOW - 94 * day), to: iso(NOW) })).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'from',
  });
  expect(await delivery({ from: iso(NOW), to: iso(NOW) })).toMatchObject({ code: 'INVALID_INPUT', field: 'to' });
});

it('counts anew after ten seconds', async () => {
  expect(await delivery()).toMatchObject({ total: 0 });
  await rig.ask(REPLY);
  advance(10_000);
  expect(await delivery()).toMatchObject({ total: 1 });
});
