import { afterEach, beforeEach, expect, it } from 'vitest';
import { NUMBER, OTHER_KEY, OTHER_NUMBER, type Rig, startRig } from './support.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

it('says which number comes back at every start, and refuses to remove that one', async () => {
  const { data } = await rig.ask('{ phoneNumbers(all: true) { id configured } }');
  expect(data.phoneNumbers).toEqual(
    expect.arrayContaining([
      { id: NUMBER.id, configured: true },
      { id: OTHER_NUMBER.id, configured: false },
    ]),
  );
  const removed = await rig.ask(
    'mutation ($id: ID!) { removePhoneNumber(id: $id) { __typename ... on Error { message } } }',
    { id: NUMBER.id },
  );
  expect(removed.data.removePhoneNumber.message).toContain('META_PHONE_NUMBER_ID');
});

it('tells another tenant nothing of it', async () => {
  const { data } = await rig.ask(
    'query ($id: ID!) { node(id: $id) { ... on PhoneNumber { configured } } }',
    { id: NUMBER.id },
    { 'x-dijla-key': OTHER_KEY },
  );
  expect(data.node?.configured ?? false).toBe(false);
});
