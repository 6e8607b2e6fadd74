import { describe, expect, it } from 'vitest';
import { closeAfterEach, FIRST, list, object, refusal, stage, text, wamidOf } from './support.ts';

closeAfterEach();

describe('the block list', () => {
  const path = `/v25.0/${FIRST.number}/block_users`;
  const users = (...names: string[]) => ({
    messaging_product: 'whatsapp',
    block_users: names.map((user) => (user.startsWith('IQ.') ? { user_id: user } : { user })),
  });

  it('takes who wrote within 24 hours, and names who did not', async () => {
    const on = await stage();
    await on.control('POST', '/sandbox/messages', { from: '9647700000000', text: 'hi' });
    const answer = await on.graph('POST', path, users('+9647700000000', '9647700000001'));
    expect(refusal(answer)).toBe('400/139100');
    expect(answer.body['block_users']).toMatchObject({
      added_users: [{ input: '+9647700000000', wa_id: '9647700000000' }],
      failed_users: [{ input: '9647700000001', errors: [{ code: 131047 }] }],
    });
    const listed = list((await on.graph('GET', path)).body, 'data');
    expect(listed).toMatchObject([{ messaging_product: 'whatsapp', wa_id: '9647700000000' }]);
  });

  it('keeps both sides apart until it is lifted', async () => {
    const on = await stage();
    const userId = 'IQ.1349120865530274';
    await on.control('POST', '/sandbox/messages', { from: userId, text: 'hi' });
    expect((await on.graph('POST', path, users(userId))).status).toBe(200);
    const answer = wamidOf(await on.send({ recipient: userId, ...text('hello') }));
    await on.sandbox.idle();
    expect(on.callback.statuses(answer)).toMatchObject([{ status: 'failed', errors: [{ code: 130403 }] }]);
    const refused = await on.control('POST', '/sandbox/messages', { from: userId, text: 'hi' });
    expect(refused.body['error']).toContain('is blocked');
    expect((await on.graph('DELETE', path, users(userId))).body).toMatchObject({
      block_users: { removed_users: [{ input: userId, user_id: userId }] },
    });
    expect((await on.control('POST', '/sandbox/messages', { from: userId, text: 'hi' })).status).toBe(200);
  });
});

describe('the business profile', () => {
  const path = `/v25.0/${FIRST.number}/whatsapp_business_profile`;

  it('is changed in part, and read by field', async () => {
    const { graph } = await stage();
    const product = { messaging_product: 'whatsapp' };
    expect((await graph('POST', path, { ...product, about: 'Open', vertical: 'RETAIL' })).body).toEqual({
      success: true,
    });
    await graph('POST', path, { ...product, websites: ['https://dijla.example'] });
    const [profile] = list((await graph('GET', `${path}?fields=about,websites,vertical`)).body, 'data');
    expect(object(profile)).toEqual({
      ...product,
      about: 'Open',
      vertical: 'RETAIL',
      websites: ['https://dijla.example'],
    });
    expect(refusal(await graph('POST', path, { ...product, about: 'x'.repeat(140) }))).toBe('400/100');
    expect(refusal(await graph('POST', path, { ...product, vertical: 'SPACE' }))).toBe('400/131009');
    expect(refusal(await graph('GET', `${path}?fields=colour`))).toBe('400/100');
  });
});
