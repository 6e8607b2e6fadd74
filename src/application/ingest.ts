import { GatewayError } from '../domain/errors.ts';
import type { CloudApi } from '../ports/cloud-api.ts';
import type { InboundStore, RoutedWebhook } from '../ports/store.ts';
import type { System } from '../ports/system.ts';
import type { Wakeup } from '../ports/wakeup.ts';
import type { Routing } from './routing.ts';

/** One transaction holds at most this many items; a larger post is cut and answered after its last part. */
const ITEMS_PER_TRANSACTION = 1_000;
/** Webhooks waiting for the store beyond which new ones are refused with 503, so that Meta keeps them for us. */
const BACKLOG_LIMIT = 2_000;

export interface Ingest {
  /** Meta's handshake: answers with the challenge. FORBIDDEN when the token is not ours. */
  handshake(query: { readonly mode: string; readonly token: string; readonly challenge: string }): string;
  /**
   * Takes a webhook: resolves once every item is durably stored, or its raw body is, when it cannot be understood.
   * UNAUTHENTICATED (signature; nothing stored), OVERLOADED (Meta shall try again).
   */
  receive(body: Uint8Array, signature: string | null): Promise<void>;
}

export function createIngest(deps: {
  readonly appSecrets: readonly string[];
  readonly verifyTokens: readonly string[];
  readonly cloudApi: Pick<CloudApi, 'verify' | 'parse'>;
  readonly store: InboundStore;
  readonly routing: Routing;
  readonly wakeup: Wakeup;
  readonly system: System;
}): Ingest {
  const { cloudApi, store, routing, wakeup } = deps;
  const { clock, hashing, ids, log, metrics } = deps.system;

  async function append(webhooks: readonly RoutedWebhook[]): Promise<void> {
    for (const webhook of webhooks) {
      const { tenants } = await store.append(webhook);
      for (const tenantId of tenants) wakeup.publish(tenantId);
    }
  }

  return {
    handshake({ mode, token, challenge }) {
      const known = deps.verifyTokens.some((ours) => hashing.equal(hashing.sha256(token), hashing.sha256(ours)));
      if (mode === 'subscribe' && known) return challenge;
      throw new GatewayError('FORBIDDEN', 'The verify token is not the one that this gateway expects.', {
        field: 'hub.verify_token',
        action: 'Enter the value of META_VERIFY_TOKEN as the verify token of the webhook in your Meta app.',
      });
    },

    async receive(body, signature) {
      if (signature === null || !cloudApi.verify(body, signature, deps.appSecrets)) {
        metrics.count('webhooks_total', { result: 'signature_refused' });
        throw new GatewayError('UNAUTHENTICATED', 'Unauthorized: the webhook signature is missing or wrong.', {
          field: 'X-Hub-Signature-256',
          action: 'Check that META_APP_SECRET is the secret of the app that sends these webhooks.',
        });
      }
      if (store.backlog() >= BACKLOG_LIMIT) {
        metrics.count('webhooks_total', { result: 'overloaded' });
        throw new GatewayError('OVERLOADED', 'The gateway is behind; please send this webhook again.', {
          retryable: true,
          retryAfterSeconds: 5,
        });
      }
      const receivedAt = clock.now();
      const { items, problems } = cloudApi.parse(body, receivedAt);
      const problem = problems.length === 0 ? null : problems.join('; ').slice(0, 2_000);
      if (problem !== null) log.warn('a webhook was not understood in full; its body is kept', { problem });
      const routed = items.map((item) => routing.route(item));
      const parts: RoutedWebhook[] = [];
      do {
        const first = parts.length === 0;
        const slice = routed.slice(parts.length * ITEMS_PER_TRANSACTION, (parts.length + 1) * ITEMS_PER_TRANSACTION);
        parts.push({
          id: `raw_${ids.fresh()}`,
          receivedAt,
          body: first ? body : null,
          items: slice,
          problem: first ? problem : null,
        });
      } while (parts.length * ITEMS_PER_TRANSACTION < routed.length);
      await append(parts);
      metrics.count('webhooks_total', { result: 'stored' });
      metrics.count('webhook_items_total', {}, items.length);
    },
  };
}
