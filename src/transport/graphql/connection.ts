import { type ConnectionState, NEEDED_FIELDS } from '../../application/connection.ts';
import {
  SIGNATURE_FAULTS,
  type SignatureFault,
  WEBHOOK_RESULTS,
  type WebhookCounts,
  type WebhookFigures,
  type WebhookResult,
} from '../../application/webhook-health.ts';
import { builder } from './builder.ts';
import { mapIterator } from './map-iterator.ts';

const RESULT_TEXTS: Readonly<Record<WebhookResult, { description: string }>> = {
  STORED: { description: 'Everything in it is stored.' },
  QUARANTINED: { description: 'Its bytes are kept, since not all of it could be understood or stored.' },
  FAILED: { description: 'It could not be stored and was answered 503: Meta sends it again.' },
  OVERLOADED: { description: 'Too much was under way and it was answered 503: Meta sends it again.' },
};
const FAULT_TEXTS: Readonly<Record<SignatureFault, { description: string }>> = {
  MISSING: { description: 'There was none: probably not Meta.' },
  MALFORMED: { description: 'It was no `sha256=` and 64 hexadecimal digits: probably not Meta.' },
  WRONG_SECRET: {
    description:
      'It was made with another secret, or for another body: compare META_APP_SECRET, or what is stored for your number.',
  },
};
const inOrder = <K extends string>(keys: readonly K[], texts: Readonly<Record<K, { description: string }>>) =>
  Object.fromEntries(keys.map((key) => [key, texts[key]])) as Record<K, { description: string }>;

const Result = builder.enumType('WebhookResult', {
  description: 'What became of a webhook with a true signature.',
  values: inOrder(WEBHOOK_RESULTS, RESULT_TEXTS),
});
const Fault = builder.enumType('SignatureFault', {
  description: 'What was wrong with a signature.',
  values: inOrder(SIGNATURE_FAULTS, FAULT_TEXTS),
});

const time = (at: number) => new Date(at).toISOString();

const LastType = builder.objectRef<NonNullable<ConnectionState['last']>>('LastWebhook').implement({
  description: 'The newest webhook with a true signature.',
  fields: (t) => ({
    at: t.field({ type: 'DateTime', description: 'When it arrived.', resolve: ({ at }) => time(at) }),
    result: t.expose('result', { type: Result, description: 'What became of it.' }),
  }),
});
const RefusedSignatureType = builder
  .objectRef<NonNullable<WebhookFigures['refusedSignature']>>('RefusedSignature')
  .implement({
    description: 'A webhook that was answered 401; nothing of it was stored.',
    fields: (t) => ({
      at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => time(at) }),
      fault: t.expose('fault', { type: Fault, description: 'Why.' }),
      address: t.exposeString('address', { description: 'The address that it came from.' }),
    }),
  });
const RefusedHandshakeType = builder
  .objectRef<NonNullable<WebhookFigures['refusedHandshake']>>('RefusedHandshake')
  .implement({
    description: 'A verification of the callback that was answered 403, since the verify token was not ours.',
    fields: (t) => ({
      at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => time(at) }),
      address: t.exposeString('address', { description: 'The address that it came from.' }),
    }),
  });
const CountsType = builder.objectRef<WebhookCounts>('WebhookCounts').implement({
  description: 'Webhooks by what became of them.',
  fields: (t) => ({
    stored: t.exposeInt('STORED', { description: 'Stored in full.' }),
    quarantined: t.exposeInt('QUARANTINED', { description: 'Kept, but not understood or stored in full.' }),
    failed: t.exposeInt('FAILED', { description: 'Not stored, answered 503.' }),
    overloaded: t.exposeInt('OVERLOADED', { description: 'Not taken, answered 503.' }),
    refused: t.exposeInt('REFUSED', { description: 'Without a true signature, answered 401.' }),
  }),
});
const StoringType = builder.objectRef<NonNullable<WebhookFigures['storing']>>('StoringTime').implement({
  description: 'Milliseconds from the arrival of a whole webhook to its being on disk.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'Over so many of the latest webhooks; at most 512.' }),
    median: t.exposeInt('median', { description: 'Half of them took no longer.' }),
    p95: t.exposeInt('p95', { description: '19 of 20 took no longer.' }),
  }),
});

const ConnectionType = builder.objectRef<ConnectionState>('Connection').implement({
  description:
    'How the gateway stands with Meta: the webhook of the operator’s app, or of a tenant’s own. What was refused, and the ' +
    'counts, are of this process and forgotten when it ends; the operator’s last webhook is not.',
  fields: (t) => ({
    callbackUrl: t.string({
      description: 'What to enter at Meta as the callback URL: PUBLIC_URL, or else the address that was asked.',
      resolve: ({ path, publicUrl }, _args, { address }) => `${publicUrl ?? address ?? ''}${path}`,
    }),
    publicUrlSet: t.boolean({
      description: 'False: PUBLIC_URL is not set, and `callbackUrl` may be an address that Meta cannot reach.',
      resolve: ({ publicUrl }) => publicUrl !== null,
    }),
    verifyToken: t.exposeString('verifyToken', {
      nullable: true,
      description:
        'What to enter at Meta as the verify token (META_VERIFY_TOKEN). A secret: show it on demand. Null to tenants: what ' +
        'is stored for a number is never shown again.',
    }),
    fields: t.stringList({
      description: 'Webhook fields to subscribe to at Meta.',
      resolve: () => [...NEEDED_FIELDS],
    }),
    last: t.expose('last', {
      type: LastType,
      nullable: true,
      description: 'The newest webhook; null: none yet, or none that is still kept (RAW_RETENTION_DAYS).',
    }),
    refusedSignature: t.field({
      type: RefusedSignatureType,
      nullable: true,
      description: 'The last webhook that was refused for its signature; null: none since the start.',
      resolve: ({ figures }) => figures.refusedSignature,
    }),
    refusedHandshake: t.field({
      type: RefusedHandshakeType,
      nullable: true,
      description: 'The last verification that was refused; null: none since the start.',
      resolve: ({ figures }) => figures.refusedHandshake,
    }),
    acceptedHandshakeAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When Meta last verified the callback; null: not since the start.',
      resolve: ({ figures: { acceptedHandshakeAt } }) =>
        acceptedHandshakeAt === null ? null : time(acceptedHandshakeAt),
    }),
    startedAt: t.field({
      type: 'DateTime',
      description: 'When this process started; of a tenant’s webhook, since when nothing was forgotten.',
      resolve: ({ figures }) => time(figures.startedAt),
    }),
    sinceStart: t.field({
      type: CountsType,
      description: 'Since `startedAt`.',
      resolve: ({ figures }) => figures.sinceStart,
    }),
    last24Hours: t.field({
      type: CountsType,
      description: 'Of the present hour and the 23 before it, as far as this process saw them.',
      resolve: ({ figures }) => figures.last24Hours,
    }),
    storing: t.field({
      type: StoringType,
      nullable: true,
      description: 'How long it takes to store; null before the first webhook.',
      resolve: ({ figures }) => figures.storing,
    }),
    quarantined: t.exposeInt('quarantined', {
      nullable: true,
      description:
        'Webhooks that wait to be replayed by a release that understands them; counting ends at 1,000. Null to tenants.',
    }),
    backlog: t.exposeInt('backlog', {
      nullable: true,
      description: 'Webhooks of all tenants that are being stored at this moment. Null to tenants.',
    }),
  }),
});

builder.queryField('connection', (t) =>
  t.field({
    type: ConnectionType,
    nullable: true,
    description:
      'The connection to Meta. For the operator of its app; for a tenant with a number of its own (scope `manage`), and for ' +
      'the operator while acting for it, of the tenant’s own webhook; null for anybody else.',
    resolve: (_root, _args, { caller, services }) => services.connection.state(caller),
  }),
);

builder.subscriptionField('connectionChanges', (t) =>
  t.field({
    type: ConnectionType,
    nullable: true,
    description:
      'The connection to Meta as it stands, and anew whenever the webhook was called: by a webhook of whichever tenant, one ' +
      'that was refused, or a handshake. At most once a second, of what reaches this process; it holds no place in the log. ' +
      'For whom it is null it ends at once.',
    subscribe: async (_root, _args, { caller, services, signal }) =>
      mapIterator<void, true>(
        await services.connection.changes(caller, signal),
        () => true,
        () => true,
      ),
    resolve: (_tick, _args, { caller, services }) => services.connection.state(caller),
  }),
);
