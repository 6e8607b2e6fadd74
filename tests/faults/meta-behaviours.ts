import type { Answer } from './answers.ts';

/** One way in which Meta may behave, and what must become of the message. */
export interface Behaviour {
  readonly name: string;
  /** What the calls for it are answered with, in turn; later ones are accepted. */
  readonly answers: readonly Answer[];
  readonly status: 'ACCEPTED' | 'FAILED' | 'UNCONFIRMED';
  /** How many calls there must be. */
  readonly calls: number;
  /** The second call must come at least so long after the first. */
  readonly restMs?: number;
  /** The caller brings credentials of a number that the gateway has never heard of. */
  readonly direct?: true;
}

const code = (http: number, number: number, refused: boolean): Answer => ({
  kind: 'code',
  http,
  code: number,
  refused,
});

const doubtful = (name: string, answer: Answer): Behaviour => ({
  name,
  answers: [answer],
  status: 'UNCONFIRMED',
  calls: 1,
});

const later = (name: string, answer: Answer, restMs = 0): Behaviour => ({
  name,
  answers: [answer],
  status: 'ACCEPTED',
  calls: 2,
  restMs,
});

const HTML = { type: 'text/html', body: '<html><body><h1>Sorry, something went wrong.</h1></body></html>' };

export const BEHAVIOURS: readonly Behaviour[] = [
  { name: 'accept', answers: [{ kind: 'accept' }], status: 'ACCEPTED', calls: 1 },
  { name: 'slow-trickle', answers: [{ kind: 'trickle', ms: 300 }], status: 'ACCEPTED', calls: 1 },
  doubtful('answer-lost', { kind: 'lose' }),
  doubtful('reset', { kind: 'reset' }),
  doubtful('half-open', { kind: 'hang' }),
  doubtful('trickle-without-end', { kind: 'trickle', ms: null }),
  doubtful('truncated-json', { kind: 'truncated' }),
  doubtful('200-without-id', { kind: 'noId' }),
  doubtful('200-html', { kind: 'bare', http: 200, ...HTML }),
  doubtful('502-html', { kind: 'bare', http: 502, ...HTML }),
  doubtful('500-empty', { kind: 'bare', http: 500, type: 'text/plain', body: '' }),
  doubtful('503-json', { kind: 'bare', http: 503, type: 'application/json', body: '{}' }),
  doubtful('408-bare', { kind: 'bare', http: 408, type: 'text/plain', body: '' }),
  doubtful('421-bare', { kind: 'bare', http: 421, type: 'text/plain', body: '' }),
  ...[301, 302, 303, 307, 308].map((http) => doubtful(`redirect-${http}`, { kind: 'redirect', http })),
  ...[
    [400, 1],
    [503, 2],
    [500, 131000],
    [500, 131016],
  ].map(([http = 0, number = 0]) => doubtful(`doubtful-${number}`, code(http, number, false))),
  doubtful('unknown-code-500', code(500, 999_999, false)),
  { name: 'unknown-code-400', answers: [code(400, 999_998, true)], status: 'FAILED', calls: 1 },
  ...[100, 131008, 131026, 131047, 132001].map(
    (number): Behaviour => ({
      name: `never-${number}`,
      answers: [code(400, number, true)],
      status: 'FAILED',
      calls: 1,
    }),
  ),
  ...[
    [400, 4],
    [400, 80007],
    [400, 130429],
    [500, 131057],
    [400, 131056],
  ].map(([http = 0, number = 0]) => later(`later-${number}`, code(http, number, true))),
  later('429', { kind: 'tooMany' }),
  later('429-retry-after', { kind: 'tooMany', retryAfter: '1' }, 1_000),
  later('130429-retry-after', { kind: 'code', http: 429, code: 130429, refused: true, retryAfter: '1' }, 1_000),
  { name: 'later-then-lost', answers: [code(400, 4, true), { kind: 'lose' }], status: 'UNCONFIRMED', calls: 2 },
];

/** What naive retry code takes for a failure. */
export const TIME_OUTS = BEHAVIOURS.filter(({ name }) => name === 'answer-lost' || name === 'half-open');

/** The first send with credentials of a number that the gateway has never heard of, and its answer is lost. */
export const DIRECT_ANSWER_LOST: Behaviour = { ...doubtful('direct-answer-lost', { kind: 'lose' }), direct: true };

/** What the whole number has to wait for, or all of the account: these come last, each but once. */
export const STANDSTILLS: readonly number[] = [131048, 368, 131031];
