import { describe, expect, it } from 'vitest';
import { GatewayError } from '../../src/domain/errors.ts';
import { restBench } from './support.ts';

const WEBHOOK = '/api/v1/whatsapp/webhook';
const MEGABYTE = 1024 * 1024;

describe('the handshake', () => {
  it('echoes the challenge as text that no browser takes for a page', async () => {
    const { app } = await restBench();
    const challenge = '<script>1</script>';
    const url = `${WEBHOOK}?hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=${encodeURIComponent(challenge)}`;
    const answer = await app.inject({ url });
    expect([answer.statusCode, answer.body]).toEqual([200, challenge]);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each(['', '?hub.verify_token=wrong', '?hub.verify_token=verify-me&hub.verify_token=verify-me'])(
    'refuses %s',
    async (query) => {
      const { app } = await restBench();
      expect((await app.inject({ url: WEBHOOK + query })).statusCode).toBe(403);
    },
  );
});

describe('a webhook', () => {
  async function post(
    receive: (body: Uint8Array, signature: string | null) => Promise<void>,
    payload: Uint8Array | string = '{}',
    headers: Record<string, string> = { 'x-hub-signature-256': 'sha256=00', 'content-type': 'application/json' },
  ) {
    const bench = await restBench({ receive });
    const answer = await bench.app.inject({
      method: 'POST',
      url: WEBHOOK,
      headers,
      payload: typeof payload === 'string' ? payload : Buffer.from(payload),
    });
    return { answer, reports: bench.reports };
  }

  it.each(['application/json', 'application/json; charset=utf-8', 'text/plain', 'made/up', null])(
    'of type %s reaches ingest byte for byte',
    async (type) => {
      const bytes = Uint8Array.from([0x7b, 0xff, 0x00, 0x22, 0xed, 0xa0, 0x80, 0x20, 0x0a]);
      const got: { body: Uint8Array; signature: string | null }[] = [];
      const { answer } = await post(async (body, signature) => void got.push({ body, signature }), bytes, {
        'x-hub-signature-256': 'sha256=00',
        ...(type !== null && { 'content-type': type }),
      });
      expect([answer.statusCode, answer.body]).toEqual([200, 'EVENT_RECEIVED']);
      expect(got.map(({ body, signature }) => [[...body], signature])).toEqual([[[...bytes], 'sha256=00']]);
    },
  );

  it('is answered only once it is stored', async () => {
    const received = Promise.withResolvers<void>();
    const stored = Promise.withResolvers<void>();
    let status: number | null = null;
    const answered = post(async () => {
      received.resolve();
      await stored.promise;
    }).then(({ answer }) => {
      status = answer.statusCode;
    });
    await received.promise;
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(status).toBeNull();
    stored.resolve();
    await answered;
    expect(status).toBe(200);
  });

  it('without a body or signature is judged by ingest too', async () => {
    const got: unknown[] = [];
    await post(async (body, signature) => void got.push([body.byteLength, signature]), '', {});
    expect(got).toEqual([[0, null]]);
  });

  it('with a wrong signature is 401', async () => {
    const { answer, reports } = await post(async () => {
      throw new GatewayError('UNAUTHENTICATED', 'Unauthorized: wrong signature');
    });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ success: false, error: { code: 'UNAUTHENTICATED' } });
    expect(reports).toEqual([]);
  });

  it('that finds a full backlog is 503, for Meta to repeat', async () => {
    const { answer } = await post(async () => {
      throw new GatewayError('OVERLOADED', 'behind', { retryAfterSeconds: 5 });
    });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
  });

  it('that cannot be stored, for whatever reason, is 503 and reported', async () => {
    const { answer, reports } = await post(async () => {
      throw new Error('disk full');
    });
    expect(answer.statusCode).toBe(503);
    expect(answer.body).not.toContain('disk');
    expect(reports).toHaveLength(1);
  });

  it('may have 4 MB, and not a byte more', async () => {
    const sizes: number[] = [];
    const receive = async (body: Uint8Array) => void sizes.push(body.byteLength);
    expect((await post(receive, new Uint8Array(4 * MEGABYTE))).answer.statusCode).toBe(200);
    expect((await post(receive, new Uint8Array(4 * MEGABYTE + 1))).answer.statusCode).toBe(413);
    expect(sizes).toEqual([4 * MEGABYTE]);
  });
});
