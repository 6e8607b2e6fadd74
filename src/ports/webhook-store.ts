/** Of what Meta has sent, as the operator asks about it. */
export interface WebhookStore {
  /** The newest webhook whose bytes are still kept (epoch ms); null when there is none. */
  newest(): Promise<{ readonly receivedAt: number; readonly quarantined: boolean } | null>;
  /** How many are quarantined; counting ends at `limit`. */
  quarantined(limit: number): Promise<number>;
}
