import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '../../src/application/services.ts';
import type { Caller, Scope } from '../../src/domain/tenant.ts';
import { schema } from '../../src/transport/graphql/schema.ts';
import { SEND_ONLY_KEY, startRig as startGraphql } from '../graphql/support.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { reply, template } from './sending.ts';

let gateway: TestGateway;
let services: Services;
beforeAll(async () => {
  gateway = await startGateway();
  services = gateway.app.services;
});
afterAll(() => gateway.close());

/** A function that wants a scope, and how it is called. */
interface Guarded {
  readonly needs: Scope | 'operator';
  call(caller: Caller): unknown;
}
/** Or why it wants none. */
type Rule = Guarded | string;

const needs = (scope: Guarded['needs'], call: Guarded['call']): Guarded => ({ needs: scope, call });
const TODAY = { tenant: null, from: '2026-01-01', to: '2026-01-01' };
const PAGE = { limit: 1, from: 'newest' } as const;
// A file that is not there: who may not send is refused before anything looks at it.
const [NO_FILE, NO_UPLOAD] = [{}, {}] as unknown as [Parameters<Upload>[1], Parameters<Upload>[2]];
type Upload = Services['media']['upload'];
async function* nothing(): AsyncGenerator<Uint8Array> {}
const NEW_TEMPLATE: Parameters<Services['templateManagement']['create']>[1] = {
  ...{ wabaId: null, name: 'x', language: 'en_US', category: 'UTILITY', parameterFormat: 'POSITIONAL' },
  ...{ components: [], allowCategoryChange: null, messageSendTtlSeconds: null },
};
const TO_NOBODY = { tenantId: null, sharing: null };
const NO_CHANGE = { accessToken: null, appSecret: null, verifyToken: null, finishRotation: false };
const NEW_NUMBER = { ...NO_CHANGE, ...TO_NOBODY, phoneNumberId: '1', wabaId: '2', accessToken: 'EAAtoken' };
const KEY = { tenantId: null, name: 'x', scopes: [], expiresAt: null, allowedIps: [] };

/** Every function that a transport can call. The type holds it complete: a new one does not compile until it is here. */
const RULES: { readonly [S in keyof Services]: { readonly [F in keyof Services[S]]: Rule } } = {
  access: {
    byKey: 'makes the caller',
    bySession: 'makes the caller',
    signIn: 'makes the caller',
    redeemLink: 'makes the caller',
    switchTenant: 'makes the caller, and only of the operator',
    issueLink: 'called by the banner alone',
    signOut: 'ends what the token itself opened',
    listen: 'wiring',
  },
  headroom: { enter: 'makes nobody wait but a loud tenant, and gives nothing away' },
  usage: {
    summary: needs('read', (caller) => services.usage.summary(caller, TODAY, [])),
    parts: needs('read', (caller) => services.usage.parts(caller, TODAY)),
    partsOfAll: needs('operator', (caller) => services.usage.partsOfAll(caller, TODAY)),
  },
  messageExport: { pages: needs('read', (caller) => services.messageExport.pages(caller, {})) },
  auditLog: { list: needs('manage', (caller) => services.auditLog.list(caller, {}, PAGE)) },
  apiKeys: {
    list: needs('manage', (caller) => services.apiKeys.list(caller, null, false)),
    byId: needs('manage', (caller) => services.apiKeys.byId(caller, 'key_1')),
    issue: needs('manage', (caller) => services.apiKeys.issue(caller, KEY)),
    rotate: needs('manage', (caller) => services.apiKeys.rotate(caller, 'key_1', 1)),
    revoke: needs('manage', (caller) => services.apiKeys.revoke(caller, 'key_1')),
  },
  about: { version: 'a fact', supportUrl: 'a fact' },
  connection: { state: needs('read', (caller) => services.connection.state(caller)) },
  conversations: {
    messages: needs('read', (caller) => services.conversations.messages(caller, {}, PAGE)),
    messagesById: needs('read', (caller) => services.conversations.messagesById(caller, ['msg_1'])),
    message: needs('read', (caller) => services.conversations.message(caller, 'msg_1')),
    timelines: needs('read', (caller) => services.conversations.timelines(caller, ['msg_1'])),
    list: needs('read', (caller) => services.conversations.list(caller, {}, PAGE)),
    byId: needs('read', (caller) => services.conversations.byId(caller, ['conv_1'])),
    contactsById: needs('read', (caller) => services.conversations.contactsById(caller, ['con_1'])),
    reactions: needs('read', (caller) => services.conversations.reactions(caller, ['msg_1'])),
    unread: needs('read', (caller) => services.conversations.unread(caller)),
    firstUnread: needs('read', (caller) => services.conversations.firstUnread(caller, ['conv_1'])),
    formerIds: needs('read', (caller) => services.conversations.formerIds(caller, ['con_1'])),
  },
  decisions: {
    cancel: needs('send', (caller) => services.decisions.cancel(caller, 'msg_1')),
    resolve: needs('send', (caller) => services.decisions.resolve(caller, 'msg_1', 'sent')),
  },
  delivery: {
    report: needs('read', (caller) => services.delivery.report(caller, { from: 0, to: 1, phoneNumberId: null })),
  },
  feed: {
    now: needs('read', (caller) => services.feed.now(caller)),
    head: needs('read', (caller) => services.feed.head(caller)),
    start: needs('read', (caller) => services.feed.start(caller, null)),
    read: 'takes the position that `start` gave',
    page: needs('read', (caller) => services.feed.page(caller, { after: null, limit: 1, waitMs: 0 })),
    readers: 'a figure',
    close: 'wiring',
  },
  ingest: { handshake: "Meta's: by verify token", receive: "Meta's: by signature", backlog: 'a figure' },
  media: {
    file: needs('read', (caller) => services.media.file(caller, 'med_1')),
    thumbnail: needs('read', (caller) => services.media.thumbnail(caller, 'med_1')),
    retry: needs('send', (caller) => services.media.retry(caller, 'msg_1')),
    receive: needs('send', (caller) => services.media.receive(caller, nothing())),
    upload: needs('send', (caller) => services.media.upload(caller, NO_FILE, NO_UPLOAD)),
  },
  numbers: {
    list: needs('read', (caller) => services.numbers.list(caller)),
    find: needs('read', (caller) => services.numbers.find(caller, 'num_1')),
    setRate: needs('manage', (caller) => services.numbers.setRate(caller, 'num_1', 1)),
  },
  numberManagement: {
    add: needs('manage', (caller) => services.numberManagement.add(caller, NEW_NUMBER)),
    assign: needs('operator', (caller) => services.numberManagement.assign(caller, 'num_1', TO_NOBODY)),
    update: needs('manage', (caller) => services.numberManagement.update(caller, 'num_1', NO_CHANGE)),
    remove: needs('manage', (caller) => services.numberManagement.remove(caller, 'num_1')),
    verify: needs('manage', (caller) => services.numberManagement.verify(caller, 'num_1')),
    webhookUrl: 'an address, of a number that was listed',
    isConfigured: 'a fact, of a number that was listed',
  },
  queue: {
    ofNumbers: needs('read', (caller) => services.queue.ofNumbers(caller, ['num_1'])),
    waitsFor: needs('read', (caller) => services.queue.waitsFor(caller, ['msg_1'])),
    expiresAt: needs('read', (caller) => services.queue.expiresAt(caller, ['msg_1'])),
  },
  quotas: { sockets: 'a figure' },
  readState: {
    markRead: needs('send', (caller) =>
      services.readState.markRead(caller, { conversationId: 'conv_1', upTo: 'msg_1', receipt: false }),
    ),
    sendTyping: needs('send', (caller) => services.readState.sendTyping(caller, 'conv_1')),
  },
  send: {
    template: needs('send', (caller) => services.send.template(caller, template({ wait: false }))),
    reply: needs('send', (caller) => services.send.reply(caller, reply('hello', { wait: false }))),
  },
  templateManagement: {
    create: needs('manage', (caller) => services.templateManagement.create(caller, NEW_TEMPLATE)),
    delete: needs('manage', (caller) =>
      services.templateManagement.delete(caller, { name: 'x', id: null, wabaId: null }),
    ),
    sync: needs('manage', (caller) => services.templateManagement.sync(caller, null)),
  },
  templates: {
    list: needs('read', (caller) => services.templates.list(caller)),
    byId: needs('read', (caller) => services.templates.byId(caller, '1', '1')),
    sentBy: needs('read', (caller) => services.templates.sentBy(caller, '1', 'x', 'en_US')),
  },
  tenants: {
    create: needs('operator', (caller) => services.tenants.create(caller, { name: 'x' })),
    update: needs('operator', (caller) => services.tenants.update(caller, 'dijla', {})),
    list: needs('operator', (caller) => services.tenants.list(caller)),
    of: "the caller's own",
    find: "the caller's own",
    sendsToday: "the caller's own",
  },
  unrouted: {
    list: needs('operator', (caller) => services.unrouted.list(caller, {}, PAGE)),
    assign: needs('operator', (caller) => services.unrouted.assign(caller, { ids: ['unr_1'] }, 'dijla')),
  },
  windows: { of: needs('read', (caller) => services.windows.of(caller, [])) },
  operations: {
    mode: 'no function',
    ready: 'a probe',
    report: 'for transports',
    metrics: needs('operator', (caller) => services.operations.metrics(caller)),
  },
};

const ALL: readonly Scope[] = ['send', 'read', 'manage'];
const holder = (scopes: readonly Scope[]): Caller => ({
  ...{ kind: 'tenant', tenantId: 'dijla', keyName: 'some key', credential: 'key_some', scopes },
});
const guarded = Object.entries(RULES).flatMap(([service, functions]) =>
  Object.entries<Rule>(functions).flatMap(([name, rule]) =>
    typeof rule === 'string' ? [] : [{ ...rule, name: `${service}.${name}` }],
  ),
);
const refusal = (rule: Guarded, scopes: readonly Scope[]) =>
  (async () => rule.call(holder(scopes)))().then(
    () => null,
    (error) => String(error.message),
  );

it.each(guarded)('$name is refused to a key without the scope $needs', async (rule) => {
  const others = ALL.filter((scope) => scope !== rule.needs);
  const expected = rule.needs === 'operator' ? /operator/ : new RegExp(`may not ${rule.needs}\\.$`);
  expect(await refusal(rule, others)).toMatch(expected);
});

it.each(guarded.filter((rule) => rule.needs !== 'operator'))('$name needs no scope but $needs', async (rule) => {
  expect(
    (await refusal(
      rule,
      ALL.filter((scope) => scope === rule.needs),
    )) ?? '',
  ).not.toContain('may not');
});

describe('every subscription', () => {
  const names = Object.keys(schema.getSubscriptionType()?.getFields() ?? {});

  it.each(names)('%s is refused to a key that may not read', async (name) => {
    const rig = await startGraphql();
    try {
      const stream = await rig.subscribe(`subscription { ${name} { __typename } }`, {}, SEND_ONLY_KEY);
      expect((await stream.next()).errors[0].extensions.code).toBe('FORBIDDEN');
    } finally {
      await rig.close();
    }
  });
});
