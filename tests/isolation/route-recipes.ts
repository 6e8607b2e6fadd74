import { DAYS, type Ids } from './graphql-recipes.ts';
import type { Side } from './tenant-story.ts';

/*
 * The same for plain HTTP. When the matrix fails with the name of a new route, add to ROUTES how its owner calls it, or
 * why there is nothing of a tenant's behind it; when with that of a new place, add to ROUTE_IDS what id belongs there,
 * or why none does.
 */

export interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Sent as a form, with a file. */
  readonly form?: true;
}
type Recipe = CallOf | string;

/** From a page of the gateway's own that the tenant is signed in to. */
const asSession: CallOf = (own) => ({ headers: { 'x-dijla-key': '', cookie: own.cookie } });
const message: CallOf = (own) => ({ params: { id: own.message } });
const file: CallOf = (own) => ({ params: { id: own.document } });
const thumbnail: CallOf = (own) => ({ params: { id: own.image } });
const OPEN = 'the same for everybody, with or without a key';
const OWN_SESSION = 'by the caller’s own cookie or key alone';
const PAGE = 'a page: what it shows, it asks for by the routes above';

export const ROUTES: Readonly<Record<string, Recipe>> = {
  'OPTIONS /api/v1/*': OPEN,
  'POST /api/v1/whatsapp/send': (own) => ({ body: { message: { to: own.person, templateName: own.templateName } } }),
  'POST /api/v1/whatsapp/reply': (own) => ({ body: { message: { to: own.person, text: 'hello' } } }),
  'GET /api/v1/whatsapp/messages/export': () => ({ query: { format: 'jsonl' } }),
  'GET /api/v1/whatsapp/usage': () => ({ query: { ...DAYS, format: 'jsonl' } }),
  'GET /api/v1/whatsapp/messages/:id': message,
  'HEAD /api/v1/whatsapp/messages/:id': message,
  'GET /api/v1/whatsapp/webhook': 'Meta’s handshake: no tenant’s',
  'POST /api/v1/whatsapp/webhook': 'signed by Meta: whose an item is follows from its number',
  'GET /api/v1/whatsapp/webhook/:tenantId': () => ({
    query: { 'hub.mode': 'subscribe', 'hub.verify_token': 'nobodys', 'hub.challenge': '1' },
  }),
  'POST /api/v1/whatsapp/webhook/:tenantId': () => ({
    headers: { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` },
    body: { object: 'whatsapp_business_account', entry: [] },
  }),
  'GET /api/v1/whatsapp/events': (own) => ({ query: { after: own.cursor, limit: '3' } }),
  'GET /api/v1/whatsapp/media/:id': file,
  'HEAD /api/v1/whatsapp/media/:id': file,
  'GET /api/v1/whatsapp/media/:id/thumbnail': thumbnail,
  'HEAD /api/v1/whatsapp/media/:id/thumbnail': thumbnail,
  'POST /api/v1/whatsapp/media': () => ({ form: true, body: {} }),
  'GET /api/v1/openapi.json': OPEN,
  'HEAD /api/v1/openapi.json': OPEN,
  'POST /api/v1/session': (own) => ({ headers: { 'x-dijla-key': '' }, body: { key: own.secretKey } }),
  'GET /api/v1/session': asSession,
  'HEAD /api/v1/session': asSession,
  'DELETE /api/v1/session': OWN_SESSION,
  'PATCH /api/v1/session': (own) => ({
    ...asSession(own),
    body: { tenant: own.tenant },
  }),
  'GET /signin': 'by a link that the operator was given',
  'GET /healthz': OPEN,
  'HEAD /healthz': OPEN,
  'GET /readyz': OPEN,
  'HEAD /readyz': OPEN,
  'GET /metrics': 'for the operator alone',
  'HEAD /metrics': 'for the operator alone',
  'GET /': PAGE,
  'HEAD /': PAGE,
  'GET /dashboard': PAGE,
  'HEAD /dashboard': PAGE,
  'GET /dashboard/*': PAGE,
  'HEAD /dashboard/*': PAGE,
  'GET /dashboard/assets/:name': OPEN,
  'HEAD /dashboard/assets/:name': OPEN,
  'GET /assets/tokens.css': OPEN,
  'HEAD /assets/tokens.css': OPEN,
  'GET /assets/icon.svg': OPEN,
  'HEAD /assets/icon.svg': OPEN,
  'GET /assets/site.css': OPEN,
  'HEAD /assets/site.css': OPEN,
  'GET /assets/water.css': OPEN,
  'HEAD /assets/water.css': OPEN,
  'GET /assets/landing.css': OPEN,
  'HEAD /assets/landing.css': OPEN,
  'GET /assets/code.css': OPEN,
  'HEAD /assets/code.css': OPEN,
  'GET /dashboard/notifier.js': OPEN,
  'HEAD /dashboard/notifier.js': OPEN,
  'GET /assets/landing.js': OPEN,
  'HEAD /assets/landing.js': OPEN,
};

/** What `transport/http` answers without a route of Fastify's: each is tried elsewhere, or has no ids. */
export const RAW_PATHS: Readonly<Record<string, string>> = {
  '/graphql': 'the matrix of the schema',
  '/graphql/stream': 'the matrix of the sockets',
  '/socket.io/': 'the matrix of the sockets',
  '/sandbox': 'for the operator alone',
  '/api/v1/whatsapp/media': 'a route of Fastify’s',
  '/api/v1/whatsapp/events': 'a route of Fastify’s',
  '/healthz': 'a route of Fastify’s',
  '/readyz': 'a route of Fastify’s',
};

type CallOf = (own: Side['ids']) => Call;
interface RouteIds extends Omit<Ids, 'variables'> {
  readonly call?: CallOf;
}
const id = (...kinds: RouteIds['kinds']): RouteIds => ({ kinds });

const SHOWN = 'the caller’s own word';
const ANYBODY = 'anybody may be written to, and the answer says nothing of them';
const OPERATORS = 'refused to every session but the operator’s, before anything is looked up';
const TIME = 'a place in time';
const CONSTANT = 'a constant of Meta’s, read by nobody';
const header = (image: string) => [{ type: 'header', parameters: [{ type: 'image', image: { id: image } }] }];
const headed: CallOf = (own) => ({
  body: { message: { to: own.person, templateName: own.templateName.replace('text', 'image') } },
});
const bare: CallOf = (own) => ({ body: { message: { to: own.person } } });
const typed =
  (type: string): CallOf =>
  (own) => ({ body: { message: { to: own.person, type } } });
const reaction: CallOf = (own) => ({
  body: { message: { to: own.person, type: 'reaction', reaction: { emoji: '👍' } } },
});

export const ROUTE_IDS: Readonly<Record<string, RouteIds | string>> = {
  'messages/:id.params.id': id('message', 'wamid'),
  'media/:id.params.id': id('document', 'image', 'receivedImage'),
  'thumbnail.params.id': id('image', 'receivedImage'),
  'headers.If-None-Match': id('etag'),
  'thumbnail.headers.If-None-Match': 'as with the file itself',
  'headers.x-dijla-tenant': id('tenant'),
  'query.after': id('cursor'),
  'query.tenant': id('tenant'),
  'media/:id.query.tenant': { ...id('tenant'), call: (own) => ({ ...asSession(own), ...file(own) }) },
  'thumbnail.query.tenant': { ...id('tenant'), call: (own) => ({ ...asSession(own), ...thumbnail(own) }) },
  'export.query.phoneNumberId': id('number', 'metaNumber'),
  'export.query.contact': id('contact'),
  'export.query.conversationId': id('conversation'),
  'usage.query.from': TIME,
  'usage.query.to': TIME,
  'export.query.from': TIME,
  'export.query.to': TIME,
  'headers.Last-Event-ID': { ...id('cursor'), call: () => ({ headers: { accept: 'text/event-stream' } }) },
  'send.headers.Idempotency-Key': id('templateKey'),
  'reply.headers.Idempotency-Key': id('replyKey'),
  'message.to': { ...id('person'), blind: ANYBODY },
  'to.phone': { ...id('person'), blind: ANYBODY },
  'to.userId': id('userId'),
  from: id('number', 'metaNumber', 'display'),
  // Whether a wamid is known shows in the schema's matrix alone; here the answer does not tell what was quoted.
  replyTo: id('message'),
  'context.message_id': id('message'),
  'whatsappConfig.accessToken': 'a secret for Meta to judge',
  'whatsappConfig.phoneNumberId': {
    ...id('metaNumber'),
    told: { code: 'FORBIDDEN', why: 'who sends from a number bound to another tenant must learn why it is not done' },
  },
  templateName: id('templateName'),
  'template.name': { ...id('templateName'), call: bare },
  components: { ...id('image'), as: header, call: headed },
  'template.components': {
    ...{ ...id('image'), as: header },
    call: (own) => ({
      body: { message: { to: own.person, template: { name: own.templateName.replace('text', 'image') } } },
    }),
  },
  parameters: 'as its parts',
  'parameters.header': { ...id('image'), as: (image) => ({ image: { id: image } }), call: headed },
  'parameters.body': 'texts of a template',
  'parameters.buttons': 'texts of a template',
  mediaId: { ...id('image', 'metaMedia'), call: typed('image') },
  'image.id': { ...id('image', 'receivedImage', 'metaMedia'), call: typed('image') },
  'audio.id': { ...id('audio'), call: typed('audio') },
  'video.id': { ...id('video'), call: typed('video') },
  'document.id': { ...id('document'), call: typed('document') },
  'sticker.id': { ...id('sticker'), call: typed('sticker') },
  'reaction.message_id': { ...id('message'), call: reaction },
  'reaction.messageId': { ...id('message'), call: reaction },
  interactive: {
    ...id('image'),
    as: (image) => ({
      type: 'button',
      header: { type: 'image', image: { id: image } },
      body: { text: 'Well?' },
      action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] },
    }),
    call: typed('interactive'),
  },
  reference: SHOWN,
  biz_opaque_callback_data: SHOWN,
  contacts: 'contact cards: no id of ours is in them',
  'location.name': SHOWN,
  filename: SHOWN,
  type: CONSTANT,
  policy: CONSTANT,
  messaging_product: CONSTANT,
  recipient_type: CONSTANT,
  'query.hub.verify_token': 'Meta’s handshake',
  // What its own secrets open: tests/e2e/own-webhooks.
  'params.tenantId': { ...id('tenant'), blind: 'whether there is such a tenant shows to nobody without its secrets' },
  'webhook/:tenantId.headers.x-dijla-tenant': 'the address tells whose it is',
  'session.body.key': 'a credential',
  'POST /api/v1/session.body.tenant': id('tenant'),
  'PATCH /api/v1/session.body.tenant': { ...id('tenant'), blind: OPERATORS },
  'GET /api/v1/session.headers.x-dijla-tenant': id('tenant'),
  'HEAD /api/v1/session.headers.x-dijla-tenant': id('tenant'),
  'session.headers.x-dijla-tenant': 'a session is for the tenant that it was opened for',
  whatsappConfig: 'as its parts',
};
