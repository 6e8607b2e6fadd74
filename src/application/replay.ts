import type { QuarantinedWebhook, QuarantineStore } from '../ports/store.ts';
import { Load } from './ingest-load.ts';
import { createIntake, type IntakeDeps } from './intake.ts';

/** What became of one quarantined webhook. */
export interface Replayed {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  /** Items that were new. */
  readonly stored: number;
  /** Why it is still quarantined; null when it went through. */
  readonly problem: string | null;
}

const PAGE = 100;

/**
 * Takes every quarantined webhook in again, oldest first: what this release understands or can store of it is stored,
 * what was stored before stays as it is. One that goes through in full is released; the others keep their bytes. The
 * signature was verified when it came; what came at a tenant's own address still concerns nothing but what is its own. Rejects when the store fails; what was released until then stays so.
 */
export function createReplay(
  deps: Omit<IntakeDeps, 'parsing'> & { readonly quarantine: QuarantineStore },
): () => AsyncIterable<Replayed> {
  const { quarantine } = deps;
  // One after the other: there is nothing to bound.
  const unbounded = { webhooks: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
  const intake = createIntake({ ...deps, parsing: new Load(unbounded) });

  async function replay({ id, receivedAt, tenantId }: QuarantinedWebhook): Promise<Replayed> {
    const body = await quarantine.body(id);
    if (body === null) return { id, receivedAt, stored: 0, problem: 'its bytes are not kept' };
    const { stored, problem } = await intake({ id, receivedAt, body, tenantId, kept: true });
    if (problem === null) await quarantine.release(id);
    return { id, receivedAt, stored, problem };
  }

  return async function* () {
    let after: string | null = null;
    for (;;) {
      const page: readonly QuarantinedWebhook[] = await quarantine.list(after, PAGE);
      for (const webhook of page) yield await replay(webhook);
      after = page.at(-1)?.id ?? null;
      if (after === null) return;
    }
  };
}
