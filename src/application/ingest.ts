import { GatewayError } from '../domain/errors.ts';
import type { CloudApi } from '../ports/cloud-api.ts';
import type { InboundStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import type { Wakeup } from '../ports/wakeup.ts';
import type { Confine } from './confinement.ts';
import { type Headroom, PRICES } from './headroom.ts';
import { glimpsedNumber, Load, type LoadLimit } from './ingest-load.ts';
import { createIntake } from './intake.ts';
import type { MediaFetch } from './media-fetch.ts';
import type { WebhookSecrets } from './number-vault.ts';
import type { Routing } from './routing.ts';
import type { Templates } from './templates.ts';
import type { WebhookHealth, WebhookHealths } from './webhook-health.ts';

const MIB = 1024 * 1024;

/** What may be under way; beyond it webhooks are refused with 503, so that Meta keeps them for us. */
export interface IngestLimits {
  /** Webhooks between their signature and their answer. Each takes several times its body's bytes of memory. */
  readonly waiting: LoadLimit;
  /** The large ones among them, which are taken apart one after the other. */
  readonly parsing: LoadLimit;
}

const LIMITS: IngestLimits = {
  waiting: { webhooks: 2_000, bytes: 64 * MIB },
  parsing: { webhooks: 32, bytes: 16 * MIB },
};

export interface Ingest {
  /**
   * Meta's handshake: answers with the challenge. FORBIDDEN when the token is not ours; with `tenantId`, none of those that
   * this tenant stored. `address` is the caller's.
   */
  handshake(
    query: { readonly mode: string; readonly token: string; readonly challenge: string },
    address?: string,
    tenantId?: string | null,
  ): string;
  /**
   * Takes a webhook: resolves once every item is durably stored, or its raw body is, when it cannot be understood.
   * UNAUTHENTICATED (signature; nothing stored), OVERLOADED (Meta shall try again). `tenantId`: it came at this tenant's own
   * address, under a secret of its own app. A tenant that has none, or that is not there, is answered like a wrong signature.
   */
  receive(body: Uint8Array, signature: string | null, address?: string, tenantId?: string | null): Promise<void>;
  /** Webhooks between their signature and their answer. */
  backlog(): number;
}

export function createIngest(deps: {
  readonly appSecrets: readonly string[];
  readonly verifyTokens: readonly string[];
  readonly cloudApi: Pick<CloudApi, 'verify' | 'parse' | 'parseLarge'>;
  readonly store: Pick<InboundStore, 'append'>;
  readonly routing: Routing;
  /** What a tenant's own app signs and asks with; absent where no tenant has one. */
  readonly webhookSecrets?: (tenantId: string) => WebhookSecrets;
  readonly confine?: Confine;
  readonly wakeup: Wakeup;
  readonly system: System;
  readonly templates?: Pick<Templates, 'heard'>;
  readonly mediaFetch?: Pick<MediaFetch, 'kick'>;
  /** Whose a number of Meta's is; null for none that is known. Left out: nobody's. */
  readonly tenantOf?: (phoneNumberId: string) => string | null;
  readonly limits?: IngestLimits;
  /** Where a loud tenant's webhooks wait, beside others; left out: nowhere. */
  readonly headroom?: Headroom;
  /** Told how each call went; absent where nobody asks. */
  readonly health?: WebhookHealth;
  /** The same of tenants' own addresses. */
  readonly healths?: Pick<WebhookHealths, 'at'>;
}): Ingest {
  const { cloudApi, limits = LIMITS } = deps;
  const { clock, hashing, ids, metrics } = deps.system;
  const waiting = new Load(limits.waiting);
  const parsing = new Load(limits.parsing);
  const intake = createIntake({ ...deps, parsing });
  metrics.gauge('ingest_backlog', () => waiting.webhooks);
  metrics.gauge('ingest_backlog_bytes', () => waiting.bytes);
  metrics.gauge('ingest_parsing', () => parsing.webhooks);
  metrics.gauge('ingest_parsing_bytes', () => parsing.bytes);

  /** Of the operator's own address, or of that of a tenant which has one. */
  function healthAt(tenantId: string | null): WebhookHealth | undefined {
    if (tenantId === null) return deps.health;
    const own = deps.webhookSecrets?.(tenantId);
    const has = own !== undefined && own.appSecrets.length + own.verifyTokens.length > 0;
    return has ? deps.healths?.at(tenantId) : undefined;
  }

  /** Nobody knows it: it is tried where there is no secret, so that such an answer takes no less work. */
  const decoy = ids.secret();

  function secretsOf(tenantId: string | null): WebhookSecrets {
    if (tenantId === null) return { appSecrets: deps.appSecrets, verifyTokens: deps.verifyTokens };
    const { appSecrets, verifyTokens } = deps.webhookSecrets?.(tenantId) ?? { appSecrets: [], verifyTokens: [] };
    const orDecoy = (list: readonly string[]) => (list.length === 0 ? [decoy] : list);
    return { appSecrets: orDecoy(appSecrets), verifyTokens: orDecoy(verifyTokens) };
  }

  async function take(body: Uint8Array, receivedAt: number, tenantId: string | null): Promise<void> {
    const number = tenantId === null ? glimpsedNumber(body) : null;
    const lane = number === null ? tenantId : (deps.tenantOf?.(number) ?? null);
    using _counted = waiting.take(body.byteLength, lane);
    const room = deps.headroom?.enter(lane ?? '', PRICES.webhook + body.byteLength * PRICES.perByte) ?? null;
    if (room !== null) await room;
    const post = { id: `raw_${ids.fresh()}`, receivedAt, body, tenantId, kept: false, lane };
    const { items, problem } = await intake(post);
    metrics.count('webhooks_total', { result: problem === null ? 'stored' : 'quarantined' });
    metrics.count('webhook_items_total', {}, items);
    healthAt(tenantId)?.answered(problem === null ? 'STORED' : 'QUARANTINED', receivedAt);
  }

  return {
    backlog: () => waiting.webhooks,

    handshake({ mode, token, challenge }, address = '', tenantId = null) {
      const given = hashing.sha256(token);
      const equal = secretsOf(tenantId).verifyTokens.map((ours) => hashing.equal(given, hashing.sha256(ours)));
      const accepted = mode === 'subscribe' && equal.includes(true);
      healthAt(tenantId)?.handshake(accepted, address);
      if (accepted) return challenge;
      throw new GatewayError('FORBIDDEN', 'The verify token is not the one that this gateway expects.', {
        field: 'hub.verify_token',
        action:
          tenantId === null
            ? 'Enter the value of META_VERIFY_TOKEN as the verify token of the webhook in your Meta app.'
            : 'Enter the verify token that is stored for your number as the one of the webhook in your Meta app.',
      });
    },

    async receive(body, signature, address = '', tenantId = null) {
      // First, so that a flood without a signature costs no more than this (measured: 2.5 ms for 4 MB, 1 µs for 1 KiB).
      if (signature === null || !cloudApi.verify(body, signature, secretsOf(tenantId).appSecrets)) {
        metrics.count('webhooks_total', { result: 'signature_refused' });
        healthAt(tenantId)?.signatureRefused(signature, address);
        throw new GatewayError('UNAUTHENTICATED', 'Unauthorized: the webhook signature is missing or wrong.', {
          field: 'X-Hub-Signature-256',
          action:
            tenantId === null
              ? 'Check that META_APP_SECRET is the secret of the app that sends these webhooks.'
              : 'Check that the app secret stored for your number is that of the app that sends these webhooks.',
        });
      }
      const receivedAt = clock.now();
      try {
        await take(body, receivedAt, tenantId);
      } catch (error) {
        const overloaded = error instanceof GatewayError && error.code === 'OVERLOADED';
        metrics.count('webhooks_total', { result: overloaded ? 'overloaded' : 'failed' });
        healthAt(tenantId)?.answered(overloaded ? 'OVERLOADED' : 'FAILED', receivedAt);
        throw error;
      }
    },
  };
}
