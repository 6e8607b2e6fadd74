import { type Caller, HOME_TENANT } from '../domain/tenant.ts';
import type { WebhookStore } from '../ports/webhook-store.ts';
import type { Ingest } from './ingest.ts';
import type { Numbers } from './numbers.ts';
import { requireScope, scopesOf } from './scopes.ts';
import type { WebhookChanges } from './webhook-changes.ts';
import type { LastWebhook, WebhookFigures, WebhookHealth, WebhookHealths } from './webhook-health.ts';

/** Where Meta's webhooks for the operator's app arrive. */
export const WEBHOOK_PATH = '/api/v1/whatsapp/webhook';

/** Counting what is quarantined ends here. */
const QUARANTINED_LIMIT = 1_000;

/** Fields of Meta's to subscribe to: without these something that the gateway does stands still. */
export const NEEDED_FIELDS: readonly string[] = [
  'messages',
  'calls',
  'user_preferences',
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
  'account_update',
  'account_alerts',
  'phone_number_quality_update',
  'phone_number_name_update',
];

/** How the gateway stands with Meta: the webhook of the operator's app, or of a tenant's own. */
export interface ConnectionState {
  readonly path: string;
  /** The address that is known from outside; null where nobody has configured one. */
  readonly publicUrl: string | null;
  /** A secret shared with Meta's app dashboard. For the operator's eyes: never logged. Those of tenants are never shown again. */
  readonly verifyToken: string | null;
  /**
   * The operator's from the store where this process has seen none: null when Meta has sent nothing that is still kept.
   */
  readonly last: LastWebhook | null;
  readonly figures: WebhookFigures;
  /** Webhooks that wait to be replayed, counted up to 1,000; null for a tenant, since the operator replays them. */
  readonly quarantined: number | null;
  /** Webhooks between their signature and their answer, of all tenants; null for a tenant. */
  readonly backlog: number | null;
}

export interface Connection {
  /**
   * For a tenant's key with the scope `manage`, and for the operator while acting for one, of the tenant's own webhook: null
   * when it has stored no number of its own, and without the scope. FORBIDDEN.
   */
  state(caller: Caller): Promise<ConnectionState | null>;
  /**
   * Ticks at once, then whenever the same webhook's address was called at this process, whichever tenant it concerned: at
   * most once a second. It ends at once where `state` is null, and with `signal`. FORBIDDEN.
   */
  changes(caller: Caller, signal?: AbortSignal): Promise<AsyncIterator<void>>;
}

export function createConnection(deps: {
  readonly changes: Pick<WebhookChanges, 'watch'>;
  readonly health: WebhookHealth;
  readonly healths: Pick<WebhookHealths, 'figures'>;
  readonly numbers: Pick<Numbers, 'ofTenant'>;
  readonly ingest: Pick<Ingest, 'backlog'>;
  readonly store: WebhookStore;
  readonly verifyTokens: readonly string[];
  readonly publicUrl: string | null;
}): Connection {
  const { health, healths, ingest, numbers, publicUrl, store } = deps;

  /** Of a tenant's own webhook. */
  function stateOf(tenantId: string): ConnectionState | null {
    const own = numbers.ofTenant(tenantId);
    if (!own.some((number) => number.tenantId === tenantId && number.credentials === 'stored')) return null;
    const figures = healths.figures(tenantId);
    const untold = { verifyToken: null, quarantined: null, backlog: null };
    return { path: `${WEBHOOK_PATH}/${tenantId}`, publicUrl, last: figures.last, figures, ...untold };
  }

  /** The operator of the app, and not while it acts for a tenant. */
  const isHome = ({ kind, tenantId }: Caller) => kind === 'operator' && tenantId === HOME_TENANT;

  return {
    async changes(caller, signal) {
      requireScope(caller, 'read');
      if (isHome(caller)) return deps.changes.watch('', signal);
      const manages = caller.kind === 'operator' || scopesOf(caller).includes('manage');
      if (!manages || stateOf(caller.tenantId) === null) return deps.changes.watch('', AbortSignal.abort());
      return deps.changes.watch(caller.tenantId, signal);
    },

    async state(caller) {
      requireScope(caller, 'read');
      if (caller.kind !== 'operator' && !scopesOf(caller).includes('manage')) return null;
      if (!isHome(caller)) return stateOf(caller.tenantId);
      const figures = health.figures();
      const [newest, quarantined] = await Promise.all([store.newest(), store.quarantined(QUARANTINED_LIMIT)]);
      const kept: LastWebhook | null =
        newest === null ? null : { at: newest.receivedAt, result: newest.quarantined ? 'QUARANTINED' : 'STORED' };
      return {
        path: WEBHOOK_PATH,
        publicUrl,
        verifyToken: deps.verifyTokens[0] ?? null,
        last: figures.last ?? kept,
        figures,
        quarantined,
        backlog: ingest.backlog(),
      };
    },
  };
}
