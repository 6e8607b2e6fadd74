import { describe, expect, it } from 'vitest';
import { ask } from './support/ask.ts';
import { openInbox } from './support/inbox.ts';
import { openPortal } from './support/portal.ts';

const inbox = openInbox();

/** The next send to a number ends with a code: in Meta's answer, or by a status after it. */
async function fault(to: string, rule: object): Promise<void> {
  await inbox.gateway.call('POST', '/sandbox/faults', { to, times: 1, ...rule });
}

/** Four seconds: two of silence and two of a tone, in 16 bits. */
function wav(): Buffer {
  const rate = 8_000;
  const sound = Buffer.alloc(4 * rate * 2);
  for (let at = 2 * rate; at < 4 * rate; at += 1) sound.writeInt16LE(Math.round(20_000 * Math.sin(at)), at * 2);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + sound.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(sound.length, 40);
  return Buffer.concat([head, sound]);
}

describe('a message that may have been sent', () => {
  it('says so, and can be marked as sent', async () => {
    const from = '9647702000001';
    await inbox.writes({ from, name: 'Marked As Sent', text: 'hello' });
    await fault(from, { code: 131000, when: 'answer' });
    expect(await inbox.sends(from, 'did it go?')).toMatchObject({ __typename: 'UnconfirmedError' });
    await using visit = await inbox.visit();
    const { page } = visit;
    await visit.open('Marked As Sent');
    const message = page.getByRole('article').filter({ hasText: 'did it go?' });
    await message.getByText('WhatsApp did not answer; it may have been sent.').waitFor();
    await message.getByRole('button', { name: 'Mark as sent' }).click();
    await message.getByText('Sent', { exact: true }).waitFor({ state: 'attached' });
    expect(await message.getByRole('button', { name: 'Mark as sent' }).count()).toBe(0);
  });

  it('is sent again only when that is said twice, and once', async () => {
    const from = '9647702000002';
    await inbox.writes({ from, name: 'Sent Again', text: 'hello' });
    await fault(from, { code: 131000, when: 'answer' });
    await inbox.sends(from, 'and this?');
    await using visit = await inbox.visit();
    const { page } = visit;
    await visit.open('Sent Again');
    const messages = page.getByRole('article').filter({ hasText: 'and this?' });
    await messages.getByRole('button', { name: 'Send again anyway' }).click();
    await page.getByText('they may get it twice').waitFor();
    expect(await visit.accessibility()).toEqual([]);
    await page.getByRole('button', { name: 'Keep waiting' }).click();
    expect(await messages.count()).toBe(1);
    await messages.getByRole('button', { name: 'Send again anyway' }).click();
    await page.getByRole('button', { name: 'Send it again' }).click();
    await messages.last().getByText('Read', { exact: true }).waitFor({ state: 'attached' });
    // The first one is given up, and sending it again sends nothing more.
    await messages.first().getByText('Taken back before it was sent.').waitFor();
    await messages.first().getByRole('button', { name: 'Send again', exact: true }).click();
    await messages.first().getByRole('button', { name: 'Send again', exact: true, disabled: false }).waitFor();
    await page
      .getByRole('link', { name: /Sent Again/ })
      .getByText('and this?')
      .waitFor();
    expect(await messages.count()).toBe(2);
  });
});

describe('a message that has failed', () => {
  it('says why in the language, with the code, and what to do', async () => {
    const from = '9647702000003';
    await inbox.writes({ from, name: 'Not Delivered', text: 'hello' });
    await fault(from, { code: 131026, when: 'status' });
    await inbox.sends(from, 'never arrives');
    await using visit = await inbox.visit({ language: 'ar' });
    const { page } = visit;
    await visit.open('Not Delivered');
    const message = page.getByRole('article').filter({ hasText: 'never arrives' });
    await message.getByText('فشل الإرسال').first().waitFor();
    await message.getByText('لا يستطيع واتساب التسليم لهذا الشخص').waitFor();
    await message.getByText('131026').waitFor();
    // It would fail again: nothing is offered that would not help.
    expect(await message.getByRole('button', { name: 'أرسلها مجددًا' }).count()).toBe(0);
  });
});

describe('a message that waits', () => {
  it('says for what, and can be taken back', async () => {
    const from = '9647702000004';
    await inbox.writes({ from, name: 'Waiting In Line', text: 'hello' });
    // Too much for this person: the gateway waits by itself.
    await fault(from, { code: 131056, when: 'answer', times: 50, retryAfter: 600 });
    for (const body of ['in its turn', 'and then this']) {
      const input = { to: { phone: `+${from}` }, content: { text: { body } }, wait: false };
      await inbox.ask('mutation Send($input: SendReplyInput!) { sendReply(input: $input) { __typename } }', { input });
    }
    await using visit = await inbox.visit();
    const { page } = visit;
    await visit.open('Waiting In Line');
    const message = (text: string) => page.getByRole('article').filter({ hasText: text });
    await message('in its turn').getByText('Waiting', { exact: true }).first().waitFor();
    await message('in its turn').getByText('it is tried again by itself').waitFor();
    await message('and then this').getByText('It waits for an earlier message of this conversation.').waitFor();
    await message('in its turn').getByRole('button', { name: 'Do not send' }).click();
    await message('in its turn').getByText('Taken back before it was sent.').waitFor();
    await message('in its turn').getByRole('button', { name: 'Send again', exact: true }).waitFor();
    // The other one has nothing before it any more.
    await message('and then this').getByText('It waits for an earlier message').waitFor({ state: 'detached' });
  });
});

describe('a message that waits for a paused number', () => {
  const PHONE = '9647702000010';
  const portal = openPortal();

  it('says why Meta stopped the number, in the language, and when it is tried again', async () => {
    const post = (path: string, body: object) => portal.gateway.call('POST', path, body);
    await post('/sandbox/messages', { from: PHONE, name: 'Stopped By Meta', text: 'hello' });
    await expect
      .poll(async () => {
        const { conversations } = await ask<{ conversations: { edges: unknown[] } }>(
          portal,
          '{ conversations { edges { node { id } } } }',
        );
        return conversations.edges.length;
      })
      .toBe(1);
    await post('/sandbox/faults', { to: PHONE, times: 1, code: 131048, when: 'answer' });
    const input = { to: { phone: `+${PHONE}` }, content: { text: { body: 'not yet' } }, wait: false };
    await ask(portal, 'mutation Send($input: SendReplyInput!) { sendReply(input: $input) { __typename } }', { input });
    await using visit = await portal.visit({ language: 'ar' });
    const { page } = visit;
    await visit.signIn();
    await page.getByRole('link', { name: /Stopped By Meta/ }).click();
    const message = page.getByRole('article').filter({ hasText: 'not yet' });
    await message.getByText('أوقف واتساب هذا الرقم مؤقتًا').waitFor();
    await message.getByText('حُظر أو أُبلغ عن كثير من رسائل هذا الرقم.').waitFor();
    await message.getByText('131048').waitFor();
    await message.getByText(/تُعاد المحاولة الساعة [٠-٩]{2}:[٠-٩]{2}/).waitFor();
    expect(await visit.accessibility()).toEqual([]);
  });
});

describe('a file', () => {
  it('that could not be fetched says so, and is fetched again when asked', async () => {
    const from = '9647702000005';
    const room = (bytes: number | null) =>
      inbox.ask(
        'mutation Room($bytes: Float) { updateTenant(id: "dijla", quotas: { mediaBytes: $bytes }) { __typename } }',
        { bytes },
      );
    await room(1);
    await inbox.writes({ from, name: 'Lost File', type: 'image' });
    await using visit = await inbox.visit();
    const { page } = visit;
    await visit.open('Lost File');
    const retry = page.getByRole('button', { name: 'Fetch again' });
    await retry.waitFor();
    await room(null);
    await retry.click();
    await page.getByRole('button', { name: 'Open the photo' }).click();
    await page.getByRole('dialog').getByRole('img', { name: 'Photo' }).waitFor();
    expect(await visit.accessibility()).toEqual([]);
  });

  it('that is a voice note is played', async () => {
    await inbox.writes({ from: '9647702000006', name: 'Voice Note', type: 'audio' });
    await using visit = await inbox.visit({ language: 'ar' });
    const { page } = visit;
    await visit.open('Voice Note');
    const speed = page.getByRole('button', { name: /^السرعة/ });
    await speed.click();
    // A player runs from left to right with Latin digits, in every language.
    expect(await speed.textContent()).toBe('1.5×');
    await page.getByText(/^\d:\d\d$/).waitFor();
  });

  it('that is a voice note shows where it is loud, is moved in by the keyboard, and plays at three speeds', async () => {
    await inbox.writes({ from: '9647702000008', name: 'Loud And Quiet', type: 'audio' });
    await using visit = await inbox.visit({ language: 'ar' });
    const { page } = visit;
    // Players ask for parts of a file, and jump only in what is served in parts.
    await page.route('**/api/v1/whatsapp/media/*', (route) => {
      const sound = wav();
      const from = Number(/^bytes=(\d+)-/.exec(route.request().headers()['range'] ?? '')?.[1] ?? 0);
      const headers = { 'content-range': `bytes ${from}-${sound.length - 1}/${sound.length}` };
      return route.fulfill({ status: 206, contentType: 'audio/wav', headers, body: sound.subarray(from) });
    });
    await visit.open('Loud And Quiet');
    const bars = page.getByRole('article').locator('svg rect');
    const heights = () => bars.evaluateAll((all) => all.map((bar) => Number(bar.getAttribute('height'))));
    await expect.poll(async () => Math.max(...(await heights()))).toBeGreaterThan(30);
    const [quiet, loud] = [(await heights()).slice(0, 20), (await heights()).slice(28)];
    expect(Math.max(...quiet)).toBeLessThan(5);
    expect(Math.min(...loud)).toBeGreaterThan(25);

    // From left to right, in Arabic as well.
    const slider = page.getByRole('slider', { name: 'الموضع' });
    await slider.focus();
    await page.keyboard.press('End');
    expect(await slider.getAttribute('aria-valuetext')).toBe('0:04 / 0:04');
    await page.keyboard.press('Home');
    for (let at = 0; at < 5; at += 1) await page.keyboard.press('ArrowRight');
    expect(Number(await slider.inputValue())).toBeCloseTo(0.5);
    const speed = page.getByRole('button', { name: /^السرعة/ });
    for (const shown of ['1.5×', '2×', '1×']) {
      await speed.click();
      expect(await speed.textContent()).toBe(shown);
    }
    await page.getByRole('button', { name: 'تشغيل' }).click();
    await page.getByRole('button', { name: 'إيقاف مؤقت' }).waitFor();
    expect(await visit.accessibility()).toEqual([]);
  });

  it('that is no sound has a plain track, and says that it cannot be played', async () => {
    await inbox.writes({ from: '9647702000009', name: 'No Sound', type: 'audio' });
    await using visit = await inbox.visit();
    const { page } = visit;
    await page.route('**/api/v1/whatsapp/media/*', (route) =>
      route.fulfill({ contentType: 'audio/ogg', body: 'noise' }),
    );
    await visit.open('No Sound');
    await page.getByText('cannot be played').waitFor();
    expect(await page.getByRole('article').locator('svg rect').count()).toBe(0);
    expect(await page.getByRole('slider', { name: 'Position' }).isDisabled()).toBe(true);
  });
});

it('shows the way of a message and its ids', async () => {
  const from = '9647702000007';
  await inbox.writes({ from, name: 'Step By Step', text: 'hello' });
  const sent = await inbox.sends(from, 'one step after another');
  await using visit = await inbox.visit();
  const { page } = visit;
  await visit.open('Step By Step');
  const message = page.getByRole('article').filter({ hasText: 'one step after another' });
  await message.getByText('Read', { exact: true }).waitFor({ state: 'attached' });
  await message.hover();
  await message.getByRole('button', { name: 'Message options' }).click();
  await page.getByRole('menuitem', { name: 'Message details' }).click();
  const dialog = page.getByRole('dialog', { name: 'Message details' });
  for (const word of ['Waiting', 'Accepted', 'Sent', 'Delivered', 'Read']) {
    await dialog.getByText(word, { exact: true }).waitFor();
  }
  await dialog.getByText(sent.id ?? '').waitFor();
  expect(await visit.accessibility()).toEqual([]);
});
