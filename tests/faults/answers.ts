import type { ServerResponse } from 'node:http';

/** How the stand-in may answer a send. */
export type Answer =
  /** 200 with an id, once `after` has come to its end. */
  | { readonly kind: 'accept'; readonly after?: Promise<unknown> }
  /** Accepted, and the connection destroyed in place of an answer. */
  | { readonly kind: 'lose' }
  /** Not accepted; the connection reset. */
  | { readonly kind: 'reset' }
  /** Half-open: accepted, and never a byte of an answer. */
  | { readonly kind: 'hang' }
  /** Accepted; the answer comes byte by byte: in all of `ms`, or never to its end. */
  | { readonly kind: 'trickle'; readonly ms: number | null }
  /** An error with one of Meta's codes. `refused` is what Meta's table says of it: nothing was done. */
  | {
      readonly kind: 'code';
      readonly http: number;
      readonly code: number;
      readonly refused: boolean;
      readonly retryAfter?: string;
    }
  /** A 429 from in front of Meta's servers, without a code. */
  | { readonly kind: 'tooMany'; readonly retryAfter?: string }
  /** An error without a code of Meta's. */
  | { readonly kind: 'bare'; readonly http: number; readonly body: string; readonly type: string }
  /** Accepted; the JSON ends in its middle. */
  | { readonly kind: 'truncated' }
  /** Accepted; the answer names no id. */
  | { readonly kind: 'noId' }
  /** Sends the caller elsewhere, where there is an ear too. */
  | { readonly kind: 'redirect'; readonly http: number };

/** Nothing was done, by Meta's own word: to send again is right. */
export function isRefusal(answer: Answer): boolean {
  return answer.kind === 'tooMany' || (answer.kind === 'code' && answer.refused);
}

/** The message is with Meta, whatever the caller was told: statuses will follow. */
export function mayHaveAccepted({ kind }: Answer): boolean {
  return ['accept', 'lose', 'hang', 'trickle', 'truncated', 'noId'].includes(kind);
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Answers a whole request. */
export async function answer(
  given: { readonly answer: Answer; readonly id: string },
  request: string,
  response: ServerResponse,
): Promise<void> {
  const { answer, id } = given;
  const to = /"to":"([^"]+)"/.exec(request)?.[1] ?? '';
  const contacts = [{ input: to, wa_id: to.replace('+', '') }];
  const accepted = JSON.stringify({ messaging_product: 'whatsapp', contacts, messages: [{ id }] });
  switch (answer.kind) {
    case 'accept':
      await answer.after;
      response.writeHead(200, JSON_TYPE).end(accepted);
      return;
    case 'lose':
      response.socket?.destroy();
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
      return;
    case 'trickle':
      trickle(accepted, answer.ms, response);
      return;
    case 'code': {
      const headers = answer.retryAfter === undefined ? {} : { 'retry-after': answer.retryAfter };
      const error = { message: `(#${answer.code}) As the rig says`, type: 'OAuthException', code: answer.code };
      response.writeHead(answer.http, { ...JSON_TYPE, ...headers }).end(JSON.stringify({ error }));
      return;
    }
    case 'tooMany':
      response.writeHead(429, answer.retryAfter === undefined ? {} : { 'retry-after': answer.retryAfter }).end();
      return;
    case 'bare':
      response.writeHead(answer.http, { 'content-type': answer.type }).end(answer.body);
      return;
    case 'truncated':
      response.writeHead(200, JSON_TYPE).end(accepted.slice(0, accepted.length / 2));
      return;
    case 'noId':
      response.writeHead(200, JSON_TYPE).end(JSON.stringify({ messaging_product: 'whatsapp', contacts, messages: [] }));
      return;
    case 'redirect':
      response.writeHead(answer.http, { location: '/elsewhere' }).end();
      return;
  }
}

/** Gives the answer away byte by byte; without `ms` it holds the last one back for ever. */
function trickle(text: string, ms: number | null, response: ServerResponse): void {
  response.writeHead(200, { ...JSON_TYPE, 'content-length': text.length });
  let next = 0;
  const timer = setInterval(
    () => {
      if (ms === null && next === text.length - 1) return;
      response.write(text[next]);
      next += 1;
      if (next === text.length) response.end();
    },
    Math.max(1, (ms ?? 200) / text.length),
  );
  response.once('close', () => clearInterval(timer));
}
