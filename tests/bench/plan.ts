/** How much of everything one run does. */
export interface Plan {
  readonly rounds: number;
  /** No round begins that would end later. */
  readonly limitSeconds: number;
  readonly warmUp: number;
  readonly ingest: { readonly count: number; readonly seconds: number; readonly connections: readonly number[] };
  readonly steady: { readonly perSecond: number; readonly seconds: number; readonly connections: number };
  /** Per audience: webhooks by a schedule, then as fast as they are taken. */
  readonly delivery: readonly {
    readonly subscribers: number;
    readonly paced: { readonly count: number; readonly perSecond: number };
    readonly burst: number;
  }[];
  /** Sends at so many connections. */
  readonly send: readonly { readonly connections: number; readonly count: number }[];
  /** How long a quiet tenant is watched, alone and then on each axis. */
  readonly fairness: { readonly seconds: number };
}

export const FULL: Plan = {
  rounds: 3,
  limitSeconds: 175,
  warmUp: 3_000,
  ingest: { count: 16_000, seconds: 4, connections: [64, 256] },
  steady: { perSecond: 4_000, seconds: 3, connections: 256 },
  delivery: [
    { subscribers: 1, paced: { count: 200, perSecond: 200 }, burst: 3_000 },
    { subscribers: 100, paced: { count: 40, perSecond: 40 }, burst: 200 },
  ],
  send: [
    { connections: 1, count: 60 },
    { connections: 64, count: 600 },
  ],
  fairness: { seconds: 4 },
};

/** A look, in less than 40 s; one round proves nothing. */
export const SHORT: Plan = {
  rounds: 1,
  limitSeconds: 40,
  warmUp: 1_000,
  ingest: { count: 8_000, seconds: 2, connections: [64, 256] },
  steady: { perSecond: 4_000, seconds: 1, connections: 256 },
  delivery: [
    { subscribers: 1, paced: { count: 100, perSecond: 200 }, burst: 1_000 },
    { subscribers: 100, paced: { count: 20, perSecond: 40 }, burst: 100 },
  ],
  send: [
    { connections: 1, count: 30 },
    { connections: 64, count: 300 },
  ],
  fairness: { seconds: 1 },
};
