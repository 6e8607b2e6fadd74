import { describe, expect, it } from 'vitest';
import { closeAfterEach, FIRST, hello, list, object, refusal, SECOND, type Stage, stage, wamidOf } from './support.ts';

closeAfterEach();

const to = '+9647700000000';
const fault = (on: Stage, body: object) => on.control('POST', '/sandbox/faults', body);

async function codes(on: Stage): Promise<Record<string, unknown>[]> {
  return list((await on.control('GET', '/sandbox/faults')).body, 'codes');
}

describe('errors on demand', () => {
  it('play every code of the table in the answer, with its title and HTTP status', async () => {
    const on = await stage();
    const all = await codes(on);
    expect(all.length).toBeGreaterThan(100);
    for (const { code, title, httpStatus } of all) {
      await fault(on, { code, when: 'answer', times: 1 });
      const answer = await on.send({ to, ...hello });
      const error = object(answer.body['error']);
      expect(answer.status).toBe(httpStatus);
      const isSubcode = String(code).startsWith('2388');
      expect(error['code']).toBe(isSubcode ? 100 : code);
      expect(error[isSubcode ? 'error_user_title' : 'message']).toBe(isSubcode ? title : `(#${code}) ${title}`);
      expect(error).toMatchObject({ type: 'OAuthException', fbtrace_id: expect.stringMatching(/^A.{22}$/) });
    }
    await on.sandbox.idle();
    expect(on.callback.received).toEqual([]);
  });

  it('play every code of the table as a failed status', async () => {
    const on = await stage();
    const all = await codes(on);
    for (const [at, { code, title }] of all.entries()) {
      await fault(on, { code, when: 'status', times: 1, details: `why ${code}` });
      // A number may send 80 messages in a second.
      if (at % 60 === 59) await on.control('POST', '/sandbox/clock', { hours: 1 });
      const person = `+96477012${String(at).padStart(5, '0')}`;
      const answer = await on.send({ to: person, ...hello });
      expect(answer.status).toBe(200);
      await on.sandbox.idle();
      expect(on.callback.statuses(wamidOf(answer))).toMatchObject([
        { status: 'failed', errors: [{ code, title, message: title, error_data: { details: `why ${code}` } }] },
      ]);
    }
  });

  it('choose by themselves whether a code is an answer or a status', async () => {
    const on = await stage();
    expect(object((await fault(on, { code: 131026 })).body['fault'])['when']).toBe('status');
    expect(object((await fault(on, { code: 130429 })).body['fault'])['when']).toBe('answer');
  });

  it('strike as often as they are told, whom they are told, and no one else', async () => {
    const on = await stage();
    await fault(on, { code: 131031, to: '964770000*', times: 2 });
    await fault(on, { code: 132068, template: 'delivery_update' });
    await fault(on, { code: 133010, number: `+${SECOND.digits}` });
    expect(refusal(await on.send({ to, ...hello }))).toBe('403/131031');
    expect((await on.send({ to: '+491701234567', ...hello })).status).toBe(200);
    expect(refusal(await on.send({ to, ...hello }))).toBe('403/131031');
    expect((await on.send({ to, ...hello })).status).toBe(200);
    const update = { type: 'template', template: { name: 'delivery_update', language: { code: 'en_US' } } };
    expect(refusal(await on.send({ to, ...update }))).toBe('400/132068');
    const path = `/v25.0/${SECOND.number}/messages`;
    const body = { messaging_product: 'whatsapp', to, ...hello };
    expect(refusal(await on.graph('POST', path, body, SECOND.token))).toBe('400/133010');
    const rules = list((await on.control('GET', '/sandbox/faults')).body, 'faults');
    expect(rules.map(({ hits, left }) => [hits, left])).toEqual([
      [2, 0],
      [1, null],
      [1, null],
    ]);
    expect((await on.control('DELETE', `/sandbox/faults/${String(rules[1]?.['id'])}`)).body).toMatchObject({
      removed: 1,
    });
    expect((await on.control('DELETE', '/sandbox/faults')).body).toMatchObject({ removed: 2 });
    expect((await on.graph('POST', path, body, SECOND.token)).status).toBe(200);
  });

  it('strike people whose number ends in a code', async () => {
    const on = await stage();
    expect(refusal(await on.send({ to: '+9647709131048', ...hello }))).toBe('400/131048');
    expect(refusal(await on.send({ to: '+9647709000002', ...hello }))).toBe('503/2');
    const answer = await on.send({ to: '+9647708131042', ...hello });
    await on.sandbox.idle();
    expect(on.callback.statuses(wamidOf(answer))).toMatchObject([{ status: 'failed', errors: [{ code: 131042 }] }]);
    expect((await on.send({ to: '+9647709999999', ...hello })).status).toBe(200);
  });

  it('fail a message that was sent already', async () => {
    const on = await stage();
    await fault(on, { code: 131026, when: 'status', after: 'delivered' });
    await on.send({ to, ...hello });
    await on.sandbox.idle();
    expect(on.callback.statuses().map(({ status }) => status)).toEqual(['sent', 'delivered', 'failed']);
  });

  it('carry a status, a subcode and a Retry-After of their own, and say what is transient', async () => {
    const on = await stage();
    await fault(on, { code: 4, httpStatus: 429, subcode: 2494055, retryAfter: 7, times: 1 });
    const response = await fetch(`${on.sandbox.url}/v25.0/${FIRST.number}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${FIRST.token}` },
      body: JSON.stringify({ messaging_product: 'whatsapp', to, ...hello }),
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
    expect(await response.json()).toMatchObject({ error: { code: 4, error_subcode: 2494055, is_transient: true } });
    await fault(on, { code: 131000, transient: true, times: 1 });
    expect((await on.send({ to, ...hello })).body).toMatchObject({ error: { is_transient: true } });
    await fault(on, { code: 131000, times: 1 });
    expect((await on.send({ to, ...hello })).body['error']).not.toHaveProperty('is_transient');
  });

  it('answer as something in front of Graph does, without JSON', async () => {
    const on = await stage();
    await fault(on, { httpStatus: 502 });
    const response = await fetch(`${on.sandbox.url}/v25.0/${FIRST.number}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${FIRST.token}` },
      body: JSON.stringify({ messaging_product: 'whatsapp', to, ...hello }),
    });
    expect(response.status).toBe(502);
    expect(response.headers.get('content-type')).toContain('text/html');
  });

  it('lose the answer of a message that was accepted, or refused', async () => {
    const on = await stage();
    await fault(on, { dropAnswer: true, times: 1 });
    await expect(on.send({ to, ...hello })).rejects.toThrow('fetch failed');
    await fault(on, { code: 131016, dropAnswer: true, times: 1 });
    await expect(on.send({ to, ...hello })).rejects.toThrow('fetch failed');
    await on.sandbox.idle();
    expect(on.callback.statuses().map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
    const calls = list((await on.control('GET', '/sandbox/calls')).body, 'calls');
    expect(calls.map(({ answer }) => answer)).toEqual(['lost', '500 131016']);
  });

  it('answer late, after the message went its way', async () => {
    const on = await stage();
    await fault(on, { delayMs: 60_000 });
    const answer = on.send({ to, ...hello }).then(
      () => 'answered',
      () => 'broken off',
    );
    await on.callback.count(3);
    await on.sandbox.close();
    expect(await answer).toMatch(/answered|broken off/);
    expect(on.callback.statuses()).toHaveLength(3);
  });

  it('strike other calls when they are told to', async () => {
    const on = await stage();
    const templates = `/v25.0/${FIRST.wabaId}/message_templates`;
    await fault(on, { code: 2388293, call: 'templates', times: 1 });
    expect(refusal(await on.graph('GET', templates))).toBe('400/100/2388293');
    expect((await on.graph('GET', templates)).status).toBe(200);
    await fault(on, { code: 80007, call: 'account', times: 1 });
    expect(refusal(await on.graph('GET', `/v25.0/${FIRST.wabaId}/phone_numbers`))).toBe('400/80007');
    await fault(on, { code: 131053, call: 'media', times: 1 });
    expect(refusal(await on.graph('POST', `/v25.0/${FIRST.number}/media`, {}))).toBe('400/131053');
    expect((await on.send({ to, ...hello })).status).toBe(200);
  });

  it.each([
    [{}, '`code` is missing'],
    [{ code: '131026' }, "`code` must be one of Meta's codes"],
    [{ code: 131026, time: 3 }, '`time` is not known here'],
    [{ code: 131026, times: 0 }, '`times` must be a whole number from 1 to 1000'],
    [{ code: 131026, to: 'noor' }, '`to` must be digits or a user id'],
    [{ code: 131026, number: '1' }, '`number` must be one of your numbers'],
    [{ when: 'status', dropAnswer: true }, '`when`: "status" needs a code'],
    ['[]', 'The body must be a JSON object'],
  ])('refuse %j with a sentence that says what to send', async (body, sentence) => {
    const on = await stage();
    const answer = await on.control('POST', '/sandbox/faults', body);
    expect(answer.status).toBe(400);
    expect(answer.body['error']).toContain(sentence);
  });

  it('are 100 at most', async () => {
    const on = await stage();
    for (let at = 0; at < 100; at++) expect((await fault(on, { code: 131026 })).status).toBe(200);
    expect((await fault(on, { code: 131026 })).body['error']).toContain('DELETE /sandbox/faults first');
  });
});
