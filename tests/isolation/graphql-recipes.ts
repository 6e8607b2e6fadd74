import type { Kind, Side } from './tenant-story.ts';

/*
 * What the matrix needs to know of the schema. When it fails with the name of a new operation, add to OPERATIONS the
 * variables with which it runs for its owner; when with that of a new place, add to IDS what id belongs there, or why
 * none does; a place below the roots is given a question of its own in INNER. A name may be any dotted end of a place's;
 * the longest one counts.
 */

/** The variables of an operation, by the ids of whoever asks. */
type Variables = (own: Side['ids']) => Readonly<Record<string, unknown>>;

const BODY = { type: 'BODY', text: 'Something new.' };
const UTILITY = { name: 'made_by_the_matrix', language: 'en_US', category: 'UTILITY', components: [BODY] };
const nothing: Variables = () => ({});
/** Around all that a world does. */
const DAY_MS = 24 * 60 * 60 * 1000;
const [YESTERDAY, TOMORROW] = [-DAY_MS, DAY_MS].map((ms) => new Date(Date.now() + ms).toISOString()) as [
  string,
  string,
];
export const DAYS = { from: YESTERDAY.slice(0, 10), to: TOMORROW.slice(0, 10) };

export const OPERATIONS: Readonly<Record<string, Variables>> = {
  'Query.apiKeys': nothing,
  'Query.auditLog': nothing,
  'Query.connection': nothing,
  'Query.conversation': (own) => ({ id: own.conversation }),
  'Query.conversations': nothing,
  'Query.cursor': nothing,
  'Query.delivery': () => ({ from: YESTERDAY, to: TOMORROW }),
  'Query.events': () => ({ first: 5 }),
  'Query.message': (own) => ({ id: own.message }),
  'Query.messages': nothing,
  'Query.node': (own) => ({ id: own.message }),
  'Query.phoneNumbers': nothing,
  'Query.templates': nothing,
  'Query.tenants': nothing,
  'Query.unread': nothing,
  'Query.unroutedMessages': nothing,
  'Query.usage': () => DAYS,
  'Query.viewer': nothing,
  'Mutation.addPhoneNumber': () => ({ input: { phoneNumberId: '1', wabaId: '2', accessToken: 'EAA-of-nobody' } }),
  'Mutation.assignPhoneNumber': (own) => ({ id: own.number }),
  'Mutation.removePhoneNumber': (own) => ({ id: own.number }),
  'Mutation.updatePhoneNumber': (own) => ({ id: own.number, input: {} }),
  'Mutation.verifyPhoneNumber': (own) => ({ id: own.number }),
  'Mutation.assignUnrouted': (own) => ({ choice: { ids: [own.message] }, tenant: own.tenant }),
  'Mutation.cancelMessage': (own) => ({ id: own.message }),
  'Mutation.createTemplate': () => ({ input: UTILITY }),
  'Mutation.createTenant': () => ({ name: 'another' }),
  'Mutation.deleteTemplate': nothing,
  'Mutation.issueApiKey': () => ({ name: 'another', scopes: ['read'] }),
  'Mutation.markRead': (own) => ({ conversationId: own.conversation, upTo: own.message }),
  'Mutation.resolveMessage': (own) => ({ id: own.message, as: 'SENT' }),
  'Mutation.retryMedia': (own) => ({ messageId: own.mediaMessage }),
  'Mutation.revokeApiKey': (own) => ({ id: own.keyToRevoke }),
  'Mutation.rotateApiKey': (own) => ({ id: own.keyToRotate }),
  'Mutation.sendReply': (own) => ({ input: { to: { phone: own.person }, content: { text: { body: 'hello' } } } }),
  'Mutation.sendTemplate': (own) => ({ input: { to: { phone: own.person }, template: { name: own.templateName } } }),
  'Mutation.sendTyping': (own) => ({ conversationId: own.conversation }),
  'Mutation.setPhoneNumberRate': (own) => ({ id: own.number, messagesPerSecond: 70 }),
  'Mutation.syncTemplates': nothing,
  'Mutation.updateTenant': (own) => ({ id: own.tenant, timeZone: 'UTC' }),
  'Subscription.connectionChanges': nothing,
  'Subscription.events': (own) => ({ after: own.cursor }),
  'Subscription.inboundMessages': (own) => ({ after: own.cursor }),
  'Subscription.statusUpdates': (own) => ({ after: own.cursor }),
};

export interface Ids {
  readonly kinds: readonly Kind[];
  /** What stands at the place, when it is more than the id. */
  readonly as?: (id: string) => unknown;
  /** Instead of the operation's own. */
  readonly variables?: Variables;
  /** Asked by the operator's own tenant, whose alone such a thing can be. */
  readonly home?: true;
  /** Why the caller's own id is answered like one that is not there. */
  readonly blind?: string;
  /** Why another's id is answered differently, and the code that it is answered with. */
  readonly told?: { readonly code: string; readonly why: string };
}

/** Why no id of ours belongs there. */
type Free = string;

const id = (...kinds: readonly Kind[]): Ids => ({ kinds });
const blind = (why: string, ...kinds: readonly Kind[]): Ids => ({ kinds, blind: why });

const ROW = 'a place in the caller’s own list: a number, and nothing of a tenant';
const DAY = 'a day of the calendar';
const SHOWN = 'shown as it was given; nothing is looked up by it';
const OPERATORS = 'refused to every key, before anything is looked up';
const NEW_NUMBER = 'Meta is asked with the caller’s own token first: tests/e2e/stored-credentials.test.ts';
const headed =
  (format: string): Variables =>
  (own) => ({
    input: { to: { phone: own.person }, template: { name: own.templateName.replace('text', format), parameters: {} } },
  });
const IMAGE = (image: string) => ({ type: 'image', image: { id: image } });
const ANSWER = { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] };

export const IDS: Readonly<Record<string, Ids | Free>> = {
  // Who
  tenant: id('tenant'),
  'updateTenant.id': blind(OPERATORS, 'tenant'),
  defaultNumberId: { ...blind(OPERATORS, 'number'), variables: (own) => ({ id: own.tenant }) },
  'assignUnrouted.tenant': blind(OPERATORS, 'tenant'),
  'assignUnrouted.choice.ids': blind(OPERATORS, 'message'),
  'addPhoneNumber.input.phoneNumberId': NEW_NUMBER,
  'input.accessToken': 'a secret for Meta to judge',
  'input.verifyToken': 'a secret of the caller’s own choice',
  'addPhoneNumber.input.wabaId': NEW_NUMBER,
  'addPhoneNumber.input.tenantId': blind('refused with a token, and to every key without one', 'tenant'),
  'sharing.tenants': blind(OPERATORS, 'tenant'),
  'sharing.defaultTenantId': blind(OPERATORS, 'tenant'),
  'assignPhoneNumber.id': blind(OPERATORS, 'number'),
  'assignPhoneNumber.tenantId': blind(OPERATORS, 'tenant'),
  'updatePhoneNumber.id': id('number'),
  'removePhoneNumber.id': id('number'),
  'verifyPhoneNumber.id': id('number'),
  'choice.author.phoneNumberId': blind(OPERATORS, 'number'),
  'unroutedMessages.filter.phoneNumberId': blind(OPERATORS, 'number'),
  'unroutedMessages.filter.contact': blind(OPERATORS, 'person'),
  'choice.author.contact': blind(OPERATORS, 'person'),
  'auditLog.filter.actor': id('key'),
  'revokeApiKey.id': id('keyToRevoke'),
  'rotateApiKey.id': id('keyToRotate'),
  // What
  'Query.node.id': id('message', 'conversation', 'contact', 'number', 'tenant', 'key'),
  'Query.message.id': id('message', 'wamid'),
  'conversation.id': id('conversation'),
  'cancelMessage.id': id('message'),
  'resolveMessage.id': id('message'),
  'setPhoneNumberRate.id': id('number'),
  messageId: id('message', 'wamid'),
  'retryMedia.messageId': id('mediaMessage'),
  'statusUpdates.messageId': id('sentMessage'),
  conversationId: id('conversation'),
  contact: id('contact'),
  phoneNumberId: id('number', 'metaNumber'),
  'Conversation.around.message': 'asked in INNER',
  'Query.messages.filter.search': id('word', 'person'),
  'Query.conversations.filter.search': id('word', 'person'),
  // Places in a log, and in lists
  'Query.events.after': id('cursor'),
  'Subscription.events.after': id('cursor'),
  'inboundMessages.after': id('cursor'),
  'statusUpdates.after': id('cursor'),
  upTo: id('message', 'wamid', 'cursor'),
  after: ROW,
  before: ROW,
  'usage.from': DAY,
  'usage.to': DAY,
  // Templates
  wabaId: id('waba'),
  'createTemplate.input.wabaId': { ...id('waba'), home: true },
  'syncTemplates.wabaId': { ...id('waba'), home: true },
  'deleteTemplate.wabaId': { ...id('waba'), home: true, variables: () => ({ name: 'there_is_none' }) },
  'deleteTemplate.id': { ...id('templateToDelete'), home: true },
  'deleteTemplate.name': { ...id('nameToDelete'), home: true },
  'templates.name': id('templateName'),
  'template.name': id('templateName'),
  'createTemplate.input.components': 'a definition: it holds no id of ours',
  // Sends
  from: id('number', 'metaNumber', 'display'),
  'to.phone': id('person'),
  'to.userId': id('userId'),
  replyTo: id('message', 'wamid'),
  'sendReply.input.idempotencyKey': id('replyKey'),
  'sendTemplate.input.idempotencyKey': id('templateKey'),
  reference: 'the caller’s own word; nothing is found by it',
  'credentials.accessToken': 'a secret for Meta to judge',
  'credentials.phoneNumberId': {
    kinds: ['metaNumber'],
    told: { code: 'FORBIDDEN', why: 'who sends from a number bound to another tenant must learn why it is not done' },
  },
  'image.id': id('image', 'receivedImage', 'metaMedia'),
  'video.id': id('video'),
  'audio.id': id('audio'),
  'sticker.id': id('sticker'),
  'document.id': id('document'),
  'parameters.header.image.id': { ...id('image', 'metaMedia'), variables: headed('image') },
  'parameters.header.video.id': { ...id('video'), variables: headed('video') },
  'parameters.header.document.id': { ...id('document'), variables: headed('document') },
  'template.components': {
    ...id('image'),
    as: (image) => [{ type: 'header', parameters: [IMAGE(image)] }],
    variables: (own) => ({
      input: { to: { phone: own.person }, template: { name: own.templateName.replace('text', 'image') } },
    }),
  },
  'interactive.custom': {
    ...id('image'),
    as: (image) => ({ type: 'button', header: IMAGE(image), body: { text: 'Well?' }, action: ANSWER }),
  },
  'preview.components': SHOWN,
  'preview.parameters.header.image.id': SHOWN,
  'preview.parameters.header.video.id': SHOWN,
  'preview.parameters.header.document.id': SHOWN,
  'raw.value': 'goes to Meta as it is, an id of ours means nothing in it; Meta’s ids: tests/application/media-sent',
  'buttons.flow': 'a flow of Meta’s: it holds no id of ours',
  'buttons.buttons.id': 'the caller’s own word, given back when somebody taps the button',
  'rows.id': 'the caller’s own word, given back when somebody taps the row',
  'phones.phone': 'a line of a contact card',
  'phones.waId': 'a line of a contact card',
};

/** A question about a field below the roots, and what else it is given. */
export interface Inner {
  readonly kinds: readonly Kind[];
  /** With `$id` for the id that is tried. */
  readonly query: string;
  readonly variables: Variables;
}

export const INNER: Readonly<Record<string, Inner>> = {
  'Conversation.around.message': {
    kinds: ['message', 'sentMessage'],
    query: `query ($id: ID!, $conversation: ID!) { conversation(id: $conversation) {
      around(message: $id, size: 100) { edges { node { id text } } } } }`,
    variables: (own) => ({ conversation: own.conversation }),
  },
};

/** What required fields hold that no place is tried in. */
export const samplesOf = ({ accessToken, ids }: Side) => ({
  accessToken,
  phoneNumberId: ids.metaNumber,
  title: 'Yes',
  url: 'https://shop.example/',
});
