import { describe, expect, it } from 'vitest';
import { randomIds } from '../../src/adapters/system/ids.ts';
import type { SendDraft } from '../../src/domain/outbound.ts';
import { ingestRig, NUMBER, status, text, webhook } from './ingesting.ts';

/** A send that has passed every check. */
function draftTo(phone: string): SendDraft {
  const content = { kind: 'text', body: 'hi', previewUrl: false } as const;
  return {
    tenantId: 'dijla',
    freshId: randomIds.fresh(),
    number: { id: `num_${NUMBER}`, phoneNumberId: NUMBER, display: '' },
    to: { phone },
    type: 'text',
    content,
    raw: null,
    replyTo: null,
    reference: null,
    sentBy: 'test',
    idempotency: null,
    direct: false,
    expiresAt: Number.MAX_SAFE_INTEGER,
    now: 0,
  };
}

describe('the handshake', () => {
  it('answers with the challenge when the token is ours', async () => {
    const { ingest } = await ingestRig();
    expect(ingest.handshake({ mode: 'subscribe', token: 'verify-me', challenge: '1158201444' })).toBe('1158201444');
  });

  it.each([
    ['subscribe', 'guess'],
    ['unsubscribe', 'verify-me'],
    ['', ''],
  ])('is refused for mode "%s" and token "%s"', async (mode, token) => {
    const { ingest } = await ingestRig();
    expect(() => ingest.handshake({ mode, token, challenge: 'x' })).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    );
  });
});

describe('a webhook', () => {
  it('is stored item by item before it is acknowledged, and wakes the readers', async () => {
    const { receive, events, woken } = await ingestRig();
    await receive(webhook(text('wamid.1', 'one'), text('wamid.2', 'two')));
    expect((await events()).map(({ seq, body }) => [seq, body.message?.text])).toEqual([
      [1, 'one'],
      [2, 'two'],
    ]);
    await expect.poll(() => woken).toEqual(['dijla']);
  });

  it('is taken under an older secret while secrets are rotated', async () => {
    const { receive, events } = await ingestRig();
    await receive(webhook(text('wamid.1', 'one')), 'old-secret');
    expect(await events()).toHaveLength(1);
  });

  it('is refused and leaves no trace under a wrong signature', async () => {
    const { ingest, receive, events } = await ingestRig();
    const body = webhook(text('wamid.1', 'one'));
    await expect(receive(body, 'wrong')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(ingest.receive(Buffer.from(body), null)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await events()).toEqual([]);
  });

  it('is stored once, however often it comes and however many copies come together', async () => {
    const { receive, events } = await ingestRig();
    const body = webhook(text('wamid.1', 'one'));
    await Promise.all(Array.from({ length: 20 }, () => receive(body)));
    await receive(webhook(text('wamid.1', 'one'), text('wamid.2', 'two')));
    expect((await events()).map(({ body }) => body.message?.whatsappId)).toEqual(['wamid.1', 'wamid.2']);
  });

  it('for a number that nobody has is told to the operator as unrouted', async () => {
    const { receive, events } = await ingestRig();
    await receive(webhook(text('wamid.1', 'lost', '999')));
    expect(await events()).toMatchObject([
      { type: 'unrouted', body: { data: { phoneNumberId: '999', value: { id: 'wamid.1' } } } },
    ]);
  });

  it("that echoes our handle settles the first send from its caller's own number, whose answer was lost", async () => {
    const { receive, events, store } = await ingestRig();
    const number = { id: 'num_777', phoneNumberId: '777', display: '' };
    const draft = { ...draftTo('+9647700000000'), number, tenantId: 'ten_direct', direct: true };
    const accepted = await store.outbox.accept(draft);
    if (accepted.kind !== 'accepted') throw new Error(accepted.kind);
    const { id } = accepted.message;
    const told = { metadata: { phone_number_id: '777' } };
    const sent = status('wamid.direct', 'sent', { biz_opaque_callback_data: `${id}:1` });
    await receive(webhook({ ...sent, ...told }, text('wamid.in', 'thanks', '777')));
    expect(await store.messages.getMany('ten_direct', [id])).toMatchObject([
      { status: 'SENT', whatsappId: 'wamid.direct' },
    ]);
    const heard = await store.events.page('ten_direct', 0, 100);
    expect(heard.map(({ type }) => type)).toEqual(['outbound_message', 'message_status', 'inbound_message']);
    expect(await events()).toEqual([]);
    const { rows } = await store.audit.list('ten_direct', {}, { limit: 9, from: 'newest' });
    expect(rows).toMatchObject([
      { action: 'phone_number.bind', target: 'num_777', actor: { role: 'nobody', keyId: null } },
    ]);
  });

  it('with a handle of ours at another number binds nothing', async () => {
    const { receive, events, store } = await ingestRig();
    const accepted = await store.outbox.accept(draftTo('+9647700000000'));
    if (accepted.kind !== 'accepted') throw new Error(accepted.kind);
    const forged = status('wamid.x', 'sent', { biz_opaque_callback_data: `${accepted.message.id}:1` });
    await receive(webhook({ ...forged, metadata: { phone_number_id: '888' } }));
    expect((await events()).map(({ type }) => type)).toEqual(['outbound_message', 'unrouted']);
    expect((await store.numbers.all()).map(({ phoneNumberId }) => phoneNumberId)).toEqual([NUMBER]);
  });

  it('of a field that this release does not know is kept and told as it came', async () => {
    const { receive, events } = await ingestRig();
    const value = { something: ['new', { deep: true }] };
    await receive(JSON.stringify({ entry: [{ id: '2', changes: [{ field: 'brand_new', value }] }] }));
    expect(await events()).toMatchObject([{ type: 'platform', body: { data: { field: 'brand_new' } } }]);
  });

  it.each([
    ['no JSON', '{"entry": [', 0],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), 0],
    [
      'a bad item beside a good one',
      webhook({ metadata: { phone_number_id: NUMBER }, messages: ['?'] }, text('wamid.1', 'fine')),
      1,
    ],
  ])('that holds %s is acknowledged, and its neighbours are stored', async (_what, body, stored) => {
    const { receive, events } = await ingestRig();
    await receive(body);
    expect((await events()).filter(({ type }) => type === 'inbound_message')).toHaveLength(stored);
  });

  it('of more than a thousand items is stored whole', async () => {
    const { receive, events } = await ingestRig();
    const messages = Array.from({ length: 2_500 }, (_, n) => text(`wamid.${n}`, String(n)).messages[0]);
    await receive(webhook({ metadata: { phone_number_id: NUMBER }, messages }));
    const texts = (await events()).map(({ body }) => body.message?.text);
    expect(texts).toEqual(Array.from({ length: 2_500 }, (_, n) => String(n)));
  });
});
