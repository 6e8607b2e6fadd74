import { KNOWN } from './echoing-meta.ts';

/**
 * Every way in which somebody may hand over a secret, in its right place and in wrong ones. When there is a new way, add
 * a line: it is tried with a secret of its own, so that a hit names it.
 */
export interface Ways {
  /** Calls the gateway with the operator's key, unless headers say otherwise, and keeps the answer. */
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<void>;
  graphql(query: unknown, variables?: unknown, more?: object): Promise<void>;
  webSocket(params: object): Promise<void>;
  socketIo(auth: object): Promise<void>;
  upload(fields: Readonly<Record<string, string>>): Promise<void>;
}
type Way = (by: Ways, secret: string) => Promise<void>;

const TO = '+9647700000000';
const NUMBER = '100000000000009';
const V1 = '/api/v1/whatsapp';
const NO_KEY = { 'x-dijla-key': '' };

const rest =
  (text: string, config: (secret: string) => unknown, headers = {}): Way =>
  (by, secret) =>
    by.call('POST', `${V1}/reply`, { message: { to: TO, text }, whatsappConfig: config(secret) }, headers);
const inMessage =
  (part: (secret: string) => object): Way =>
  (by, secret) =>
    by.call('POST', `${V1}/reply`, { message: { to: TO, ...part(secret) } });
const config = (accessToken: string) => ({ accessToken, phoneNumberId: NUMBER });

const REPLY = `mutation ($input: SendReplyInput!) { sendReply(input: $input) { __typename
  ... on Message { id raw status error { details title } } ... on Error { code message field action } } }`;
const input = (text: string, credentials: unknown) => ({
  input: { to: { phone: TO }, content: { text: { body: text } }, credentials },
});
const mutation =
  (text: string, credentials: (secret: string) => unknown): Way =>
  (by, secret) =>
    by.graphql(REPLY, input(text, credentials(secret)));

const NUMBER_FIELDS =
  '__typename ... on PhoneNumber { id credentials verifiedName } ... on Error { code message field }';
const ADD = `mutation ($input: AddPhoneNumberInput!) { addPhoneNumber(input: $input) { ${NUMBER_FIELDS} } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdatePhoneNumberInput!) {
  updatePhoneNumber(id: $id, input: $input) { ${NUMBER_FIELDS} } }`;
const adding =
  (input: (secret: string) => object): Way =>
  (by, secret) =>
    by.graphql(ADD, { input: { ...KNOWN, accessToken: 'EAAGofnobody', ...input(secret) } });
const updating =
  (input: (secret: string) => object): Way =>
  (by, secret) =>
    by.graphql(UPDATE, { id: `num_${KNOWN.phoneNumberId}`, input: input(secret) });

export const WAYS: Readonly<Record<string, Way>> = {
  // Keys
  'a wrong key': (by, secret) => by.call('GET', `${V1}/events`, undefined, { 'x-dijla-key': secret }),
  'a wrong key for GraphQL': (by, secret) =>
    by.call('POST', '/graphql', { query: '{cursor}' }, { 'x-dijla-key': secret }),
  'a wrong bearer': (by, secret) =>
    by.call('GET', `${V1}/events`, undefined, { ...NO_KEY, authorization: `Bearer ${secret}` }),
  'basic authentication': (by, secret) =>
    by.call('GET', '/metrics', undefined, { ...NO_KEY, authorization: `Basic ${btoa(`user:${secret}`)}` }),
  'authorization without a scheme': (by, secret) =>
    by.call('GET', '/metrics', undefined, { ...NO_KEY, authorization: secret }),
  'a key as the tenant': (by, secret) => by.call('GET', `${V1}/events`, undefined, { 'x-dijla-tenant': secret }),
  'a key as a cursor': (by, secret) => by.call('GET', `${V1}/events?after=${encodeURIComponent(secret)}`),
  'a key as Last-Event-ID': (by, secret) =>
    by.call('GET', `${V1}/events`, undefined, { accept: 'text/event-stream', 'last-event-id': secret }),
  'a cookie': (by, secret) =>
    by.call('GET', '/api/v1/session', undefined, { ...NO_KEY, cookie: `dijla-session=${encodeURIComponent(secret)}` }),
  'signing in with a wrong key': (by, secret) => by.call('POST', '/api/v1/session', { key: secret }),
  'signing in with a list': (by, secret) => by.call('POST', '/api/v1/session', { key: [secret] }),
  'a key as the tenant of a session': (by, secret) => by.call('PATCH', '/api/v1/session', { tenant: secret }),
  'a sign-in link': (by, secret) => by.call('GET', `/signin?token=${encodeURIComponent(secret)}`),
  'connectionParams of graphql-ws': (by, secret) => by.webSocket({ key: secret }),
  'connectionParams as the tenant': (by, secret) => by.webSocket({ key: 'x', tenant: secret }),
  'auth of Socket.io': (by, secret) => by.socketIo({ key: secret }),
  'auth of Socket.io as a cursor': (by, secret) => by.socketIo({ after: secret }),
  'a stream token': (by, secret) =>
    by.call('GET', `/graphql/stream?token=${encodeURIComponent(secret)}`, undefined, { accept: 'text/event-stream' }),
  // Addresses
  'a query string': (by, secret) => by.call('GET', `${V1}/events?key=${encodeURIComponent(secret)}&wait=x`),
  'access_token in an address': (by, secret) =>
    by.call('GET', `${V1}/nothing?access_token=${encodeURIComponent(secret)}`),
  'a path': (by, secret) => by.call('GET', `${V1}/${encodeURIComponent(secret)}`),
  'a message id': (by, secret) => by.call('GET', `${V1}/messages/${encodeURIComponent(secret)}`),
  'a media id': (by, secret) => by.call('GET', `${V1}/media/${encodeURIComponent(secret)}`),
  'GraphQL by GET': (by, secret) =>
    by.call('GET', `/graphql?query=${encodeURIComponent(`{ node(id: "${secret}") { id } }`)}`),
  'the verify token': (by, secret) =>
    by.call('GET', `${V1}/webhook?hub.mode=subscribe&hub.verify_token=${encodeURIComponent(secret)}&hub.challenge=1`),
  // Credentials of a REST call
  'whatsappConfig, accepted': rest('accept', config),
  'whatsappConfig, refused by Meta': rest('refuse', config),
  'whatsappConfig, Meta broken': rest('break', config),
  'whatsappConfig with respond-async': rest('accept', config, { prefer: 'respond-async' }),
  'whatsappConfig for a template': (by, secret) =>
    by.call('POST', `${V1}/send`, { message: { to: TO, templateName: 'accept' }, whatsappConfig: config(secret) }),
  'whatsappConfig with half of it': rest('accept', (accessToken) => ({ accessToken })),
  'whatsappConfig misspelt inside': rest('accept', (accesToken) => ({ accesToken, phoneNumberId: NUMBER })),
  'whatsappConfig as a text': rest('accept', (secret) => JSON.stringify(config(secret))),
  'whatsappConfig in a list': rest('accept', (secret) => [config(secret)]),
  'whatsappConfig with a token in a list': rest('accept', (secret) => ({
    accessToken: [secret],
    phoneNumberId: NUMBER,
  })),
  'whatsappConfig with its fields exchanged': rest('accept', (secret) => ({
    accessToken: NUMBER,
    phoneNumberId: secret,
  })),
  'whatsappConfig misspelt': (by, secret) =>
    by.call('POST', `${V1}/reply`, { message: { to: TO, text: 'accept' }, whatsapConfig: config(secret) }),
  'whatsappConfig in the message': inMessage((secret) => ({ text: 'accept', whatsappConfig: config(secret) })),
  'credentials in the message': inMessage((accessToken) => ({ text: 'accept', accessToken })),
  'credentials in the text': inMessage((accessToken) => ({ text: { body: 'accept', accessToken } })),
  'credentials in an image': inMessage((access_token) => ({
    type: 'image',
    image: { link: 'https://shop.example/accept.png', access_token },
  })),
  'credentials in an interactive message': inMessage((secret) => ({
    type: 'interactive',
    interactive: {
      ...{ type: 'button', body: { text: 'accept' }, whatsappConfig: config(secret) },
      action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
    },
  })),
  'credentials in a contact card': inMessage((accessToken) => ({
    type: 'contacts',
    contacts: [{ name: { formatted_name: 'accept', first_name: 'accept' }, accessToken }],
  })),
  'credentials in components': (by, secret) =>
    by.call('POST', `${V1}/send`, {
      message: {
        to: TO,
        templateName: 'accept',
        components: [{ type: 'body', parameters: [], whatsappConfig: config(secret) }],
      },
    }),
  'a body that is cut off': (by, secret) =>
    by.call('POST', `${V1}/reply`, `{"message":{"to":"1"},"whatsappConfig":{"accessToken":${JSON.stringify(secret)}`),
  'a body that is no JSON': (by, secret) => by.call('POST', `${V1}/reply`, `accessToken=${secret}`),
  'a body of another kind': (by, secret) =>
    by.call('POST', `${V1}/reply`, `accessToken=${secret}`, { 'content-type': 'application/x-www-form-urlencoded' }),
  'an unsigned webhook': (by, secret) => by.call('POST', `${V1}/webhook`, { access_token: secret }),
  // Credentials of a GraphQL call
  'credentials, accepted': mutation('accept', config),
  'credentials, refused by Meta': mutation('refuse', config),
  'credentials, Meta broken': mutation('break', config),
  'credentials with half of it': mutation('accept', (accessToken) => ({ accessToken })),
  'credentials misspelt': mutation('accept', (access_token) => ({ access_token, phoneNumberId: NUMBER })),
  'credentials of a wrong kind': mutation('accept', (secret) => ({ accessToken: [secret], phoneNumberId: NUMBER })),
  'credentials as a text': mutation('accept', (secret) => JSON.stringify(config(secret))),
  'credentials beside a missing field': (by, secret) =>
    by.graphql(REPLY, { input: { to: { phone: TO }, credentials: config(secret) } }),
  'credentials in the wrong place': (by, secret) =>
    by.graphql(REPLY, { input: { to: { phone: TO, accessToken: secret }, content: { text: { body: 'accept' } } } }),
  'credentials beside the input': (by, secret) =>
    by.graphql(REPLY, { ...input('accept', null), credentials: config(secret) }),
  'the whole input as a text': (by, secret) => by.graphql(REPLY, { input: JSON.stringify(config(secret)) }),
  'a literal of a wrong kind': (by, secret) =>
    by.graphql(
      `mutation { sendReply(input: { to: { phone: "1" }, credentials: { accessToken: [${JSON.stringify(secret)}] } }) { __typename } }`,
    ),
  'a literal for a number': (by, secret) => by.graphql(`{ events(first: ${JSON.stringify(secret)}) { type } }`),
  'a literal for a name': (by, secret) =>
    by.graphql(`mutation { resolveMessage(id: "msg_1", as: ${JSON.stringify(secret)}) { __typename } }`),
  'a literal in a wrong place': (by, secret) => by.graphql(`{ cursor ${JSON.stringify(secret)} }`),
  'a literal that does not end': (by, secret) => by.graphql(`{ node(id: "${secret.replaceAll('"', '')}`),
  'a variable for a time': (by, secret) =>
    by.graphql('query ($filter: MessageFilter) { messages(filter: $filter) { edges { cursor } } }', {
      filter: { from: secret },
    }),
  'a variable for a number': (by, secret) =>
    by.graphql('query ($n: Int) { events(first: $n) { type } }', { n: secret }),
  'a variable for a choice': (by, secret) =>
    by.graphql('query ($types: [EventType!]) { __typename }', { types: [secret] }),
  'a name of an operation': (by, secret) =>
    by.graphql('query A { cursor } query B { cursor }', {}, { operationName: secret }),
  'an extension': (by, secret) => by.graphql('{ cursor }', {}, { extensions: { authorization: secret } }),
  'variables that are a text': (by, secret) => by.graphql('{ cursor }', secret),
  'a query that is no text': (by, secret) => by.graphql({ key: secret }),
  'an id': (by, secret) =>
    by.graphql('query ($id: ID!) { node(id: $id) { id } message(id: $id) { id } }', { id: secret }),
  'a cursor': (by, secret) => by.graphql('query ($c: Cursor) { events(after: $c) { type } }', { c: secret }),
  'a cursor of a list': (by, secret) =>
    by.graphql('query ($c: String) { messages(after: $c) { edges { cursor } } }', { c: secret }),
  // Stored credentials
  'a stored token': adding((accessToken) => ({ accessToken })),
  'a stored app secret': adding((appSecret) => ({ appSecret })),
  'a stored verify token': adding((verifyToken) => ({ verifyToken })),
  'a stored token, replaced': updating((accessToken) => ({ accessToken })),
  'a stored app secret, replaced': updating((appSecret) => ({ appSecret })),
  'a stored verify token, replaced': updating((verifyToken) => ({ verifyToken })),
  'a token to be stored, refused by Meta': adding((accessToken) => ({ accessToken, wabaId: NUMBER })),
  'a token to be stored for a number that is none': adding((accessToken) => ({ accessToken, phoneNumberId: 'x' })),
  'a token to be stored as the number': adding((phoneNumberId) => ({ phoneNumberId })),
  'a token to be stored as the account': adding((wabaId) => ({ wabaId })),
  'a token to be stored in a list': adding((secret) => ({ accessToken: [secret] })),
  'a token to be stored, misspelt': adding((access_token) => ({ access_token })),
  'a token to be stored beside its input': (by, accessToken) => by.graphql(ADD, { input: KNOWN, accessToken }),
  'a token as a number’s id': (by, id) => by.graphql(UPDATE, { id, input: {} }),
  'the verify token of a tenant': (by, secret) =>
    by.call(
      'GET',
      `${V1}/webhook/dijla?hub.mode=subscribe&hub.verify_token=${encodeURIComponent(secret)}&hub.challenge=1`,
    ),
  'a tenant’s webhook without a signature': (by, secret) =>
    by.call('POST', `${V1}/webhook/dijla`, { access_token: secret }),
  'a tenant’s webhook for a tenant that is none': (by, secret) =>
    by.call('POST', `${V1}/webhook/${encodeURIComponent(secret)}`, {}),
  // Credentials of an upload
  'credentials of an upload': (by, secret) => by.upload({ whatsappConfig: JSON.stringify(config(secret)) }),
  'the fields of an upload': (by, secret) => by.upload(config(secret)),
  'half the fields of an upload': (by, accessToken) => by.upload({ accessToken }),
  'whatsappConfig of an upload that is no JSON': (by, secret) =>
    by.upload({ whatsappConfig: `{ accessToken: ${secret} }` }),
  'an unknown field of an upload': (by, access_token) => by.upload({ access_token }),
};
