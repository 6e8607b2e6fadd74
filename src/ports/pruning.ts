/** Before which time (epoch ms) each is deleted. */
export interface PruneBefore {
  /** Also of what is unrouted. */
  readonly events: number;
  readonly raw: number;
  readonly parked: number;
  readonly idempotency: number;
  readonly seen: number;
  /** Who wrote to whom. Left out: none, since all of that is looked through. */
  readonly writers?: number;
}
