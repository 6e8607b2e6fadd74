import type { UsageStore } from '../ports/usage.ts';
import type { Quotas } from './quotas.ts';

/** Bytes of stored media, as far as a tenant's quota goes. */
export interface MediaRoom {
  /**
   * Sets so many bytes aside until they are stored, or given up: dispose of it then. RATE_LIMITED when they do not fit
   * beside what is stored and what others have set aside.
   */
  take(tenantId: string, bytes: number): Promise<Disposable>;
}

export function createMediaRoom(deps: {
  readonly usage: Pick<UsageStore, 'stored'>;
  readonly quotas: Pick<Quotas, 'refuseMedia'>;
}): MediaRoom {
  const aside = new Map<string, number>();

  return {
    async take(tenantId, bytes) {
      const before = aside.get(tenantId) ?? 0;
      aside.set(tenantId, before + bytes);
      const held = {
        [Symbol.dispose]() {
          const left = (aside.get(tenantId) ?? 0) - bytes;
          if (left > 0) aside.set(tenantId, left);
          else aside.delete(tenantId);
        },
      };
      try {
        // Read after the bytes are set aside: what is stored meanwhile may count twice, but never not at all.
        const stored = await deps.usage.stored(tenantId);
        deps.quotas.refuseMedia(tenantId, stored.bytes + before, bytes);
        return held;
      } catch (error) {
        held[Symbol.dispose]();
        throw error;
      }
    },
  };
}
