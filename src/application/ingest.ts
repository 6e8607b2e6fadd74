import { GatewayError } from '../domain/errors.ts';
import type { CloudApi } from '../ports/cloud-api.ts';
import type { InboundStore } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import type { Wakeup } from '../ports/wakeup.ts';
import { glimpsedNumber, Load, type LoadLimit } from './ingest-load.ts';
import { createIntake } from './intake.ts';
import type { MediaFetch } from './media-fetch.ts';
import type { Routing } from './routing.ts';
import type { Templates } from './templates.ts';
import type { WebhookHealth } from './webhook-health.ts';

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
  /** Meta's handshake: answers with the challenge. FORBIDDEN when the token is not ours. `address` is the caller's. */
  handshake(
    query: { readonly mode: string; readonly token: string; readonly challenge: string },
    address?: string,
  ): string;
  /**
   * Takes a webhook: resolves once every item is durably stored, or its raw body is, when it cannot be understood.
   * UNAUTHENTICATED (signature; nothing stored), OVERLOADED (Meta shall try again).
   */
  receive(body: Uint8Array, signature: string | null, address?: string): Promise<void>;
  /** Webhooks between their signature and their answer. */
  backlog(): number;
}

export function createIngest(deps: {
  readonly appSecrets: readonly string[];
  readonly verifyTokens: readonly string[];
  readonly cloudApi: Pick<CloudApi, 'verify' | 'parse' | 'parseLarge'>;
  readonly store: Pick<InboundStore, 'append'>;
  readonly routing: Routing;
  readonly wakeup: Wakeup;
  readonly system: System;
  readonly templates?: Pick<Templates, 'heard'>;
  readonly mediaFetch?: Pick<MediaFetch, 'kick'>;
  /** Whose a number of Meta's is; null for none that is known. Left out: nobody's. */
  readonly tenantOf?: (phoneNumberId: string) => string | null;
  readonly limits?: IngestLimits;
  /** Told how each call went; absent where nobody asks. */
  readonly health?: WebhookHealth;
}): Ingest {
  const { cloudApi, health, limits = LIMITS } = deps;
  const { clock, hashing, ids, metrics } = deps.system;
  const waiting = new Load(limits.waiting);
  const parsing = new Load(limits.parsing);
  const intake = createIntake({ ...deps, parsing });
  metrics.gauge('ingest_backlog', () => waiting.webhooks);
  metrics.gauge('ingest_backlog_bytes', () => waiting.bytes);
  metrics.gauge('ingest_parsing', () => parsing.webhooks);
  metrics.gauge('ingest_parsing_bytes', () => parsing.bytes);

  async function take(body: Uint8Array, receivedAt: number): Promise<void> {
    const number = glimpsedNumber(body);
    const lane = number === null ? null : (deps.tenantOf?.(number) ?? null);
    using _counted = waiting.take(body.byteLength, lane);
    const post = { id: `raw_${ids.fresh()}`, receivedAt, body, kept: false, lane };
    const { items, problem } = await intake(post);
    metrics.count('webhooks_total', { result: problem === null ? 'stored' : 'quarantined' });
    metrics.count('webhook_items_total', {}, items);
    health?.answered(problem === null ? 'STORED' : 'QUARANTINED', receivedAt);
  }

  return {
    backlog: () => waiting.webhooks,

    handshake({ mode, token, challenge }, address = '') {
      const known = deps.verifyTokens.some((ours) => hashing.equal(hashing.sha256(token), hashing.sha256(ours)));
      const accepted = mode === 'subscribe' && known;
      health?.handshake(accepted, address);
      if (accepted) return challenge;
      throw new GatewayError('FORBIDDEN', 'The verify token is not the one that this gateway expects.', {
        field: 'hub.verify_token',
        action: 'Enter the value of META_VERIFY_TOKEN as the verify token of the webhook in your Meta app.',
      });
    },

    async receive(body, signature, address = '') {
      // First, so that a flood without a signature costs no more than this (measured: 2.5 ms for 4 MB, 1 µs for 1 KiB).
      if (signature === null || !cloudApi.verify(body, signature, deps.appSecrets)) {
        metrics.count('webhooks_total', { result: 'signature_refused' });
        health?.signatureRefused(signature, address);
        throw new GatewayError('UNAUTHENTICATED', 'Unauthorized: the webhook signature is missing or wrong.', {
          field: 'X-Hub-Signature-256',
          action: 'Check that META_APP_SECRET is the secret of the app that sends these webhooks.',
        });
      }
      const receivedAt = clock.now();
      try {
        await take(body, receivedAt);
      } catch (error) {
        const overloaded = error instanceof GatewayError && error.code === 'OVERLOADED';
        metrics.count('webhooks_total', { result: overloaded ? 'overloaded' : 'failed' });
        health?.answered(overloaded ? 'OVERLOADED' : 'FAILED', receivedAt);
        throw error;
      }
    },
  };
}
