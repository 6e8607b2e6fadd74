import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/adapters/store/open.ts';
import { createLocalWakeup } from '../../src/adapters/wakeup.ts';
import { createDecisions } from '../../src/application/decisions.ts';
import { createDispatch } from '../../src/application/dispatch.ts';
import { createNumbers, numberIdOf } from '../../src/application/numbers.ts';
import { createPacing } from '../../src/application/pacing.ts';
import { createQueue } from '../../src/application/queue.ts';
import { createQuotas } from '../../src/application/quotas.ts';
import { createSend, type ReplyCommand, type TemplateCommand } from '../../src/application/send.ts';
import { createTargets } from '../../src/application/send-target.ts';
import { createTemplates } from '../../src/application/templates.ts';
import type { Tenants } from '../../src/application/tenants.ts';
import type { MetaError } from '../../src/domain/errors.ts';
import type { InboundItem, InboundMessage } from '../../src/domain/inbound.ts';
import type { OutboundSend } from '../../src/domain/outbound.ts';
import type { Template } from '../../src/domain/tenant.ts';
import type { NumberCredentials, SendOutcome } from '../../src/ports/cloud-api.ts';
import type { OutboxStore } from '../../src/ports/store.ts';
import { silentLog, TestClock, testSystem } from './support.ts';
import { tenancyOver } from './tenancy.ts';

export const MASTER = { accessToken: 'EAAmaster', phoneNumberId: '100000000000001', wabaId: '200000000000002' };
export const PERSON = '+9647700000000';

export function metaError(code: number, over: Partial<MetaError> = {}): MetaError {
  const text = {
    title: `title ${code}`,
    details: null,
    fbtraceId: null,
    meaning: `meaning ${code}`,
    action: `action ${code}`,
  };
  return { code, ...text, retryable: false, ...over };
}

export const ACCEPTED = (whatsappId: string): SendOutcome => ({
  kind: 'accepted',
  whatsappId,
  held: false,
  answer: { messages: [{ id: whatsappId }] },
});

/** Notes each call of a method before it is made, and how many are under way. */
function counted(outbox: OutboxStore, calls: string[]) {
  let underWay = 0;
  const proxy = new Proxy(outbox, {
    get(target, name, self) {
      const method: unknown = Reflect.get(target, name, self);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        calls.push(String(name));
        underWay += 1;
        try {
          return await Reflect.apply(method, target, args);
        } finally {
          underWay -= 1;
        }
      };
    },
  });
  /** Resolves when nothing has been asked of the outbox for some turns of the event loop. */
  async function quiet(): Promise<void> {
    for (let turns = 0, seen = calls.length; turns < 10; turns += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (underWay > 0 || seen !== calls.length) turns = -1;
      seen = calls.length;
    }
  }
  return { outbox: proxy, quiet };
}

/** Sending over a real store, with Meta's answers by script; what is not scripted is accepted. */
export async function sendingBench(
  options: { readonly templates?: readonly Template[]; readonly rateOf?: (numberId: string) => number } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  const file = join(folder, 'store.db');
  const store = await openStore({ url: `file:${file}`, mode: 'sandbox', log: silentLog });
  const clock = new TestClock();
  const system = testSystem(clock);
  const wakeup = createLocalWakeup();
  const calls: { credentials: NumberCredentials; send: OutboundSend; handle: string }[] = [];
  const script: (SendOutcome | Promise<SendOutcome>)[] = [];
  const cloudApi = {
    render: (send: OutboundSend) => ({ rendered: send.content.kind }),
    async send(credentials: NumberCredentials, send: OutboundSend, handle: string): Promise<SendOutcome> {
      calls.push({ credentials, send, handle });
      return script.shift() ?? ACCEPTED(`wamid.${calls.length}`);
    },
    listTemplates: async () => ({ ok: true as const, value: options.templates ?? [] }),
  };
  const numbers = createNumbers({ store: store.numbers, tenantOf: (id) => tenants.get(id), system });
  await numbers.register({
    id: numberIdOf(MASTER.phoneNumberId),
    tenantId: 'dijla',
    phoneNumberId: MASTER.phoneNumberId,
    display: '+9647800000001',
    wabaId: MASTER.wabaId,
    credentials: 'master',
    messagesPerSecond: null,
    sharing: null,
  });
  const { tenants }: { readonly tenants: Tenants } = await tenancyOver({
    ...{ store, numbers, system },
    onRestored: () => dispatch.kick(),
  });
  const { suspended } = tenants;
  const pacing = createPacing(options.rateOf);
  const writes: string[] = [];
  const { conversations, messages } = store;
  const { outbox, quiet } = counted(store.outbox, writes);
  const dispatch = createDispatch({
    outbox,
    cloudApi,
    pacing,
    credentialsFor: (phoneNumberId) =>
      numbers.byMetaId(phoneNumberId)?.credentials === 'master'
        ? { accessToken: MASTER.accessToken, phoneNumberId }
        : null,
    suspended,
    wakeup,
    system,
  });
  const targets = createTargets({
    ...{ numbers, conversations, masterNumberId: MASTER.phoneNumberId },
    defaultNumberOf: (id) => tenants.get(id)?.defaultNumberId ?? null,
  });
  const templates = createTemplates({
    accounts: [{ ...MASTER, tenantId: 'dijla' }],
    numbers,
    cloudApi,
    store: store.templates,
    system,
  });
  const send = createSend({
    cloudApi,
    dispatch,
    messages,
    numbers,
    outbox,
    pacing,
    quotas: createQuotas({ tenants, clock }),
    resolveMedia: async (content) => content,
    suspended,
    targets,
    templates,
    wakeup,
    windows: store.windows,
    system,
  });
  const decisions = createDecisions({ outbox, dispatch, wakeup, system });
  const queue = createQueue({ outbox, numbers, pacing, suspended, system });
  onTestFinished(async () => {
    await dispatch.stop();
    await store.close();
    await rm(folder, { recursive: true });
  });

  /** What a webhook would bring. */
  async function take(item: InboundItem): Promise<void> {
    const number = item.phoneNumberId === null ? undefined : numbers.byMetaId(item.phoneNumberId);
    if (number === undefined) throw new Error('no such number');
    const { tenantId, id, display, phoneNumberId } = number;
    const routed = { item, tenantId, number: { id, phoneNumberId, display }, freshId: system.ids.fresh() };
    const webhook = { id: `raw_${item.key}`, receivedAt: item.at, body: null, items: [routed], problem: null };
    await store.inbound.append(webhook);
  }

  /** A message of the person's, as a webhook would bring it. */
  async function receive(whatsappId: string, at: number, phoneNumberId = MASTER.phoneNumberId): Promise<void> {
    const item: InboundMessage = {
      kind: 'message',
      key: `m|${phoneNumberId}|${whatsappId}`,
      phoneNumberId,
      whatsappId,
      from: { phone: PERSON, userId: null, parentUserId: null, username: null, name: 'Zainab' },
      type: 'text',
      content: { kind: 'text', body: 'hello', previewUrl: false },
      replyTo: null,
      at,
      raw: {},
    };
    await take(item);
  }

  return {
    ...{
      store,
      file,
      clock,
      system,
      calls,
      script,
      numbers,
      tenants,
      pacing,
      dispatch,
      send,
      decisions,
      queue,
      receive,
      take,
      wakeup,
    },
    /** Calls of the outbox since the start, by name. */
    writes,
    quiet,
  };
}

const COMMON = {
  to: { phone: PERSON },
  from: null,
  replyTo: null,
  reference: null,
  idempotencyKey: null,
  credentials: null,
  wait: true,
  expiresInSeconds: null,
};

export function template(over: Partial<TemplateCommand> = {}): TemplateCommand {
  return {
    ...COMMON,
    template: { name: 'hello_world', language: 'en_US', parameters: null, components: null },
    ...over,
  };
}

export function reply(body: string, over: Partial<ReplyCommand> = {}): ReplyCommand {
  return { ...COMMON, content: { kind: 'text', body, previewUrl: false }, ...over };
}
