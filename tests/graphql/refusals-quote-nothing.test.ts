import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withoutValues } from '../../src/transport/graphql/without-values.ts';
import { type Rig, startRig } from './support.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const SECRET = 'no look of a token; " at "x"; found: {';
const REPLY = 'mutation ($input: SendReplyInput!) { sendReply(input: $input) { __typename } }';
const said = (credentials: unknown) => ({
  input: { to: { phone: '1' }, content: { text: { body: 'hi' } }, credentials },
});
const literal = JSON.stringify(SECRET);

it.each([
  [
    'a field that is missing beside it',
    [REPLY, said({ accessToken: SECRET })],
    'Variable "$input" got invalid value at "input.credentials"; Expected value of type "CredentialsInput" to include required field "phoneNumberId".',
  ],
  [
    'a value of a wrong kind',
    [REPLY, said({ accessToken: [SECRET], phoneNumberId: '1' })],
    'Variable "$input" got invalid value at "input.credentials.accessToken"; String cannot represent a non string value.',
  ],
  [
    'a text for an object',
    [REPLY, { input: SECRET }],
    'Variable "$input" got invalid value; Expected value of type "SendReplyInput" to be an object.',
  ],
  ['a literal for a number', [`{ events(first: ${literal}) { type } }`], 'Int cannot represent non-integer value.'],
  [
    'a literal for a word of an enum',
    [`{ events { type } messages(filter: { status: ${literal} }) { edges { cursor } } }`],
    'Enum "MessageStatus" cannot represent non-enum value.',
  ],
  [
    'a variable for a word of an enum',
    ['query ($s: MessageStatus) { messages(filter: { status: $s }) { edges { cursor } } }', { s: SECRET }],
    'Variable "$s" got invalid value; This value does not exist in "MessageStatus" enum.',
  ],
  ['a literal in a wrong place', [`{ cursor ${literal} }`], 'Syntax Error: Expected Name, found String.'],
] as const)('a refusal says what is wrong, and not what was given: %s', async (_name, [query, variables], message) => {
  const { errors } = await rig.ask(query, variables);
  expect(errors?.map((error) => error.message)).toContain(message);
  expect(JSON.stringify(errors)).not.toContain('no look');
});

it('shows a word that is nearly one of an enum’s', async () => {
  const { errors } = await rig.ask('{ messages(filter: { status: DELIVERD }) { edges { cursor } } }');
  expect(errors?.[0]?.message).toContain('Value "DELIVERD" does not exist in "MessageStatus" enum. Did you mean');
});

it('cuts out what looks like a token, where a word is repeated', async () => {
  const { errors } = await rig.ask('{ EAAG0123456789abcdefgh }');
  expect(errors?.[0]?.message).toBe('Cannot query field "…" on type "Query".');
});

it('is not held up by a long text that looks like a refusal', () => {
  for (const words of [' got invalid value ', ' cannot represent ', 'Value "', ', found ', ' found: ', ' at "x"; ']) {
    const text = words.repeat(50_000);
    const told = withoutValues(new GraphQLError(`Expected value of type "Int", found: ${JSON.stringify(text)}.`));
    expect(told.message).toBe('Expected value of type "Int".');
    expect(withoutValues(new GraphQLError(text)).message.length).toBeLessThanOrEqual(text.length);
  }
});
