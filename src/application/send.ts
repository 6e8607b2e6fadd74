import type { Address } from '../domain/contact.ts';
import { GatewayError, invalidInput } from '../domain/errors.ts';
import type { Json } from '../domain/json.ts';
import type { MessageContent, MessageRecord, NumberRef } from '../domain/message.ts';
import type { OutboxJob, SendDraft } from '../domain/outbound.ts';
import type { Caller } from '../domain/tenant.ts';
import type { CloudApi, NumberCredentials } from '../ports/cloud-api.ts';
import type { MessageStore, OutboxStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import type { Wakeup } from '../ports/wakeup.ts';
import type { WindowStore } from '../ports/windows.ts';
import { checkContent, checkQuote, typeOf } from './content.ts';
import { checkCredentials } from './credentials.ts';
import type { Dispatch } from './dispatch.ts';
import { checkExpiry, expiryOf } from './expiry.ts';
import type { ResolveMedia } from './media-sending.ts';
import type { Numbers } from './numbers.ts';
import type { Pacing } from './pacing.ts';
import type { Quotas } from './quotas.ts';
import { requireScope } from './scopes.ts';
import { createSendGate } from './send-gate.ts';
import { failureOf, isPending } from './send-outcome.ts';
import type { SendTarget, Targets } from './send-target.ts';
import { type TemplateChoice, templateContent } from './template-choice.ts';
import { refuseCodeToUserId } from './template-recipient.ts';
import type { Templates } from './templates.ts';

/** How long a caller waits for Meta's answer before being told that the message is queued. */
const WAIT_MS = 10_000;
const REFERENCE_LIMIT = 512;
const IDEMPOTENCY_KEY_LIMIT = 255;

/** What every send has in common. Error fields are named from here: `to`, `from`, `template.name` … */
export interface SendCommand extends SendTarget {
  /** Our id or the `wamid` of the message to quote. */
  readonly replyTo: string | null;
  readonly reference: string | null;
  readonly idempotencyKey: string | null;
  /** Used for this one call and never stored, logged or queued. */
  readonly credentials: NumberCredentials | null;
  /** False: answer once the message is durably queued. */
  readonly wait: boolean;
  /** How long it may be queued: 60 to 2,592,000 seconds; null: a day. Means nothing with `credentials`. */
  readonly expiresInSeconds: number | null;
}

export interface TemplateCommand extends SendCommand {
  readonly template: TemplateChoice;
}

export interface ReplyCommand extends SendCommand {
  readonly content: MessageContent;
}

/**
 * Sending. Both answer with the message as it stands: ACCEPTED or further, or still QUEUED or SENDING when nobody waited
 * or Meta has not answered within 10 s. Failures: INVALID_INPUT, FORBIDDEN, NOT_FOUND, WINDOW_CLOSED,
 * OPTED_OUT, TEMPLATE_MISMATCH, IDEMPOTENCY_CONFLICT, RATE_LIMITED (the tenant's quota); with the stored message: REJECTED_BY_META, RATE_LIMITED, UNCONFIRMED, META_UNAVAILABLE.
 */
export interface Send {
  template(caller: Caller, command: TemplateCommand): Promise<MessageRecord>;
  reply(caller: Caller, command: ReplyCommand): Promise<MessageRecord>;
}

export function createSend(deps: {
  readonly cloudApi: Pick<CloudApi, 'render'>;
  readonly dispatch: Dispatch;
  readonly messages: MessageStore;
  readonly numbers: Numbers;
  readonly outbox: Pick<OutboxStore, 'accept'>;
  readonly resolveMedia: ResolveMedia;
  readonly pacing: Pick<Pacing, 'peek'>;
  readonly quotas: Pick<Quotas, 'day' | 'dayUsedUp' | 'takeSend'>;
  readonly targets: Targets;
  readonly suspended: () => ReadonlySet<string>;
  readonly templates: Pick<Templates, 'ofNumber'>;
  readonly wakeup: Wakeup;
  readonly windows: WindowStore;
  readonly system: System;
}): Send {
  const { dispatch, messages, numbers, outbox, quotas, targets, templates } = deps;
  const { clock, hashing, ids } = deps.system;
  const gate = createSendGate({ ...deps, clock });

  /** The message that an earlier call with this key made. */
  async function earlier(tenantId: string, command: SendCommand, fingerprint: string): Promise<MessageRecord | null> {
    if (command.idempotencyKey === null) return null;
    const known = await messages.byIdempotencyKey(tenantId, command.idempotencyKey);
    if (known === null) return null;
    if (known.fingerprint !== fingerprint) throw conflict();
    return conclude(tenantId, known.message.id, command.wait);
  }

  /** Waits for a message that is under way, then answers with it or throws what became of it. */
  async function conclude(tenantId: string, id: string, wait: boolean): Promise<MessageRecord> {
    const settled = wait ? dispatch.settled(id, WAIT_MS) : null;
    let record = await recordOf(tenantId, id);
    if (settled !== null && isPending(record)) {
      dispatch.kick();
      await settled;
      record = await recordOf(tenantId, id);
    }
    const failure = failureOf(record, heldMs(record));
    if (failure === null) return record;
    if (failure.code !== 'WINDOW_CLOSED') throw failure;
    throw new GatewayError(failure.code, failure.message, {
      ...failure.details,
      templates: await gate.usable(tenantId, record),
    });
  }

  function heldMs({ phoneNumber, conversationId }: MessageRecord): number {
    const now = clock.now();
    const held = deps.pacing.peek({ numberId: phoneNumber.id, conversationId }, now);
    return held === null ? 0 : held.until - now;
  }

  async function recordOf(tenantId: string, id: string): Promise<MessageRecord> {
    const [record] = await messages.getMany(tenantId, [id]);
    if (record === undefined || record === null) throw new Error(`message ${id} was stored but cannot be read`);
    return record;
  }

  /** Our id or a wamid → the message to point at on the wire. */
  async function pointedAt(tenantId: string, given: string, field: string) {
    if (!given.startsWith('msg_')) {
      const known = await messages.byWhatsappId(tenantId, given);
      return { messageId: known?.id ?? null, whatsappId: given };
    }
    const [record] = await messages.getMany(tenantId, [given]);
    if (record?.whatsappId) return { messageId: record.id, whatsappId: record.whatsappId };
    throw new GatewayError('NOT_FOUND', 'There is no such message that WhatsApp knows.', {
      field,
      action: 'Give the id or the wamid of a message that was received or accepted by WhatsApp.',
    });
  }

  async function submit(
    caller: Caller,
    command: SendCommand,
    kind: 'template' | 'reply',
    fingerprinted: Json,
    contentOf: (tenantId: string, number: NumberRef) => Promise<MessageContent>,
    fieldOf: (path: string) => string = (path) => path,
  ): Promise<MessageRecord> {
    requireScope(caller, 'send');
    checkCommand(command);
    const { credentials } = command;
    const tenantId = credentials === null ? caller.tenantId : targets.tenantOfDirect(caller, credentials.phoneNumberId);
    const fingerprint = hashing.sha256(JSON.stringify([kind, fingerprinted, credentials?.phoneNumberId ?? null]));
    const before = await earlier(tenantId, command, fingerprint);
    if (before !== null) return before;
    // Its own keys open nothing; so it is the operator who acts for it.
    if (deps.suspended().has(tenantId)) throw suspended();

    const to: Address = await targets.address(tenantId, command.to);
    const number = await targets.number(tenantId, command, to, kind);
    const asked = await contentOf(tenantId, number);
    if (credentials === null) {
      await refuseCodeToUserId(
        to,
        asked,
        async (name) => (await templates.ofNumber(number.phoneNumberId)?.named(name)) ?? [],
      );
    }
    const { marketing } = await gate.check(tenantId, number, to, asked);
    const content = await deps.resolveMedia(asked, { tenantId, number, credentials, fieldOf });
    const replyTo = command.replyTo === null ? null : await pointedAt(tenantId, command.replyTo, 'replyTo');
    quotas.takeSend(tenantId);
    const now = clock.now();
    const draft: SendDraft = {
      tenantId,
      freshId: ids.fresh(),
      number,
      to,
      type: typeOf(content),
      content,
      raw: deps.cloudApi.render({ to, content, replyTo: replyTo?.whatsappId ?? null }),
      replyTo,
      reference: command.reference,
      sentBy: caller.keyName,
      idempotency: command.idempotencyKey === null ? null : { key: command.idempotencyKey, fingerprint },
      direct: credentials !== null,
      day: quotas.day(tenantId),
      marketing,
      expiresAt: expiryOf(command.expiresInSeconds, now),
      now,
    };
    const outcome = await outbox.accept(draft);
    if (outcome.kind === 'conflict') throw conflict();
    if (outcome.kind === 'overQuota') throw quotas.dayUsedUp(tenantId);
    if (outcome.kind === 'accepted') {
      deps.wakeup.publish(tenantId);
      if (outcome.job !== null && credentials !== null) void runDirect(outcome.job, credentials, caller);
      else if (!command.wait) dispatch.kick();
    }
    return conclude(tenantId, outcome.message.id, command.wait);
  }

  /** A number that a caller's credentials reach becomes its tenant's: what people write to it is routed there. */
  async function runDirect(job: OutboxJob, credentials: NumberCredentials, caller: Caller): Promise<void> {
    try {
      const message = await dispatch.runDirect(job, credentials);
      if (message.whatsappId === null || numbers.byMetaId(job.number.phoneNumberId) !== undefined) return;
      await numbers.bind(job.tenantId, job.number, caller);
    } catch (error) {
      deps.system.log.error('a direct send could not be settled; it stays marked', { messageId: job.messageId, error });
    }
  }

  return {
    async template(caller, command) {
      const { credentials, template } = command;
      const content = async (_tenantId: string, { phoneNumberId }: NumberRef) =>
        templateContent(template, credentials === null ? templates.ofNumber(phoneNumberId) : null);
      const fieldOf = (path: string) => {
        const kind = /(\w+)\.id$/.exec(path)?.[1];
        return template.parameters === null ? 'template.components' : `parameters.header.${kind}.id`;
      };
      return submit(caller, command, 'template', fingerprintedOf(command), content, fieldOf);
    },

    async reply(caller, command) {
      requireScope(caller, 'send');
      // Before anything walks it: the check bounds its size and depth.
      checkContent(command.content);
      checkQuote(command.content, command.replyTo);
      return submit(caller, command, 'reply', fingerprintedOf(command), async (tenantId) => {
        if (command.content.kind !== 'reaction') return command.content;
        const target = await pointedAt(tenantId, command.content.whatsappId, 'reaction.messageId');
        const { messageId, whatsappId } = target;
        return { ...command.content, whatsappId, ...(messageId !== null && { messageId }) };
      });
    },
  };
}

function checkCommand({ reference, idempotencyKey, credentials, wait, expiresInSeconds }: SendCommand): void {
  checkExpiry(expiresInSeconds);
  if (reference !== null && reference.length > REFERENCE_LIMIT) {
    throw invalidInput('reference', `A reference has at most ${REFERENCE_LIMIT} characters.`);
  }
  if (idempotencyKey !== null && (idempotencyKey === '' || idempotencyKey.length > IDEMPOTENCY_KEY_LIMIT)) {
    throw invalidInput('idempotencyKey', `An idempotency key has 1 to ${IDEMPOTENCY_KEY_LIMIT} characters.`);
  }
  if (credentials === null) return;
  if (!wait) {
    throw invalidInput(
      'wait',
      'A send with its own credentials cannot be queued, since they are never stored.',
      'Leave out `wait: false` (REST: Prefer: respond-async), or have the number stored with its credentials.',
    );
  }
  checkCredentials(credentials);
}

function suspended(): GatewayError {
  return new GatewayError('FORBIDDEN', 'This tenant is suspended: nothing is sent for it.', {
    action: 'Make the tenant active again (updateTenant), then send. What it had queued goes on then by itself.',
  });
}

function conflict(): GatewayError {
  return new GatewayError('IDEMPOTENCY_CONFLICT', 'This idempotency key was used for another message.', {
    field: 'idempotencyKey',
    action: 'Use a new key for every message; repeat a key only to repeat the very same call.',
  });
}

/** What makes a repeated call the same one, as plain JSON. An expiry that was left out is not part of it. */
function fingerprintedOf(command: SendCommand): Json {
  const { credentials: _credentials, wait: _wait, idempotencyKey: _key, expiresInSeconds, ...rest } = command;
  return JSON.parse(JSON.stringify({ ...rest, expiresInSeconds: expiresInSeconds ?? undefined }));
}
