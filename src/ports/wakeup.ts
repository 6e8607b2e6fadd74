/** Tells readers that a tenant's log may have grown. It carries no event: losing or repeating one does no harm. */
export interface Wakeup {
  publish(tenantId: string): void;
  /** Calls back at every wake-up of any tenant until the returned function is called. */
  subscribe(onWake: (tenantId: string) => void): () => void;
}
