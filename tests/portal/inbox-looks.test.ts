import { describe, expect, it } from 'vitest';
import { openInbox } from './support/inbox.ts';

const inbox = openInbox();
const PHONE = { width: 360, height: 800 };
const NAME = 'Everything At Once';
const from = '9647704000001';

let said: Promise<void> | undefined;

/** One message of each kind that people write, and some of ours. */
async function sayEverything(): Promise<void> {
  const first = await inbox.writes({ from, name: NAME, text: '*bold* _and_ ~struck~\n> quote\n- point\n```code```' });
  for (const type of ['image', 'audio', 'video', 'document', 'sticker', 'location', 'unsupported', 'request_welcome']) {
    await inbox.writes({ from, type });
  }
  const cards = [{ name: { formatted_name: 'Noor' }, phones: [{ phone: '+964 770 111 2222' }] }];
  await inbox.writes({ from, type: 'contacts', contacts: cards });
  const items = [{ product_retailer_id: 'A-1', quantity: 2, item_price: 5000, currency: 'IQD' }];
  await inbox.writes({ from, type: 'order', order: { catalog_id: '1', text: 'today', product_items: items } });
  const tap = { type: 'list_reply', list_reply: { id: 'x', title: 'Large', description: 'for four' } };
  await inbox.writes({ from, type: 'interactive', interactive: tap });
  const referral = { source_url: 'https://fb.example/ad', source_type: 'ad', headline: 'Sale', body: 'Half price' };
  await inbox.writes({ from, text: 'from an ad', forwarded: true, referral, replyTo: first });
  await inbox.writes({ from, type: 'reaction', reaction: { message_id: first, emoji: '❤️' } });
  const rows = [{ id: 'a', title: 'Baghdad' }];
  const sections = [{ title: 'Cities', rows }];
  const interactive = { list: { body: 'Where to?', button: 'Choose', footer: 'Dijla', sections } };
  const to = { phone: `+${from}` };
  await inbox.ask('mutation Send($input: SendReplyInput!) { sendReply(input: $input) { __typename } }', {
    input: { to, content: { interactive } },
  });
  await inbox.ask('mutation Send($input: SendTemplateInput!) { sendTemplate(input: $input) { __typename } }', {
    input: { to, template: { name: 'hello_world', language: 'en_US' } },
  });
}

describe.each(['en', 'ar'] as const)('in %s', (language) => {
  it.each(['light', 'dark'] as const)('%s, has nothing that axe objects to on a desk or a phone', async (theme) => {
    said ??= sayEverything();
    await said;
    await using visit = await inbox.visit({ language, theme });
    const { page } = visit;
    await visit.open(NAME);
    await page.getByRole('log').getByText('WhatsApp Business Platform sample message').last().waitFor();
    expect(await visit.accessibility()).toEqual([]);
    await page.getByRole('log').evaluate((log) => log.scrollBy({ top: -900 }));
    expect(await visit.accessibility()).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await visit.accessibility()).toEqual([]);
    await page.keyboard.press('i');
    await page.getByRole('complementary').getByText('conv_').waitFor();
    expect(await visit.accessibility()).toEqual([]);
  });
});

it('is one column on a phone: the list, the thread, the details, and back', async () => {
  await inbox.writes({ from: '9647704000002', name: 'On A Phone', text: 'small' });
  await using visit = await inbox.visit({ language: 'ar', ...PHONE });
  const { page } = visit;
  await visit.open('On A Phone');
  expect(await page.getByRole('searchbox').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'التفاصيل' }).click();
  await page.getByRole('complementary').getByText('conv_').waitFor();
  expect(await page.getByRole('log').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'إغلاق' }).click();
  const small = await page
    .locator('a:visible, button:visible, summary:visible, [role="button"]:visible')
    .evaluateAll((targets) =>
      targets
        .map((target) => ({ text: target.textContent, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.top >= 0 && (box.height < 44 || box.width < 44))
        .map(({ box, text }) => `${text} ${Math.round(box.width)}×${Math.round(box.height)}`),
    );
  expect(small).toEqual([]);
  // Nothing runs over: what scrolls is the thread alone.
  const runsOver = await page.evaluate(() => {
    const [root, main] = [document.documentElement, document.querySelector('main')];
    const over = (one: Element | null) => [one?.scrollWidth, one?.scrollHeight];
    return [over(root), [root.clientWidth, root.clientHeight], over(main), [main?.clientWidth, main?.clientHeight]];
  });
  expect([runsOver[0], runsOver[2]]).toEqual([runsOver[1], runsOver[3]]);
  await page.getByRole('link', { name: 'العودة إلى القائمة' }).click();
  await page.getByRole('searchbox').waitFor();
});

it('has the head, the words and the foot of a message at one edge, whatever language each is in', async () => {
  const phone = '9647704000005';
  await inbox.writes({ from: phone, name: 'Both Languages', text: 'hello' });
  const buttons = {
    header: { text: 'Delivery' },
    body: 'إلى أين نرسل الطلب؟',
    footer: 'Dijla Store',
    buttons: [{ id: 'a', title: 'Baghdad' }],
  };
  await inbox.ask('mutation Send($input: SendReplyInput!) { sendReply(input: $input) { __typename } }', {
    input: { to: { phone: `+${phone}` }, content: { interactive: { buttons } } },
  });
  for (const language of ['en', 'ar'] as const) {
    await using visit = await inbox.visit({ language });
    const { page } = visit;
    await visit.open('Both Languages');
    const edges = [];
    for (const text of ['Delivery', 'إلى أين نرسل الطلب؟', 'Dijla Store']) {
      const box = await page.getByRole('log').getByText(text, { exact: true }).boundingBox();
      edges.push(Math.round((box?.x ?? 0) + (box?.width ?? 0)));
    }
    expect(new Set(edges).size).toBe(1);
  }
});

it('is worked by the keyboard alone', async () => {
  await inbox.writes({ from: '9647704000003', name: 'Second By Key', text: 'b' });
  await inbox.writes({ from: '9647704000004', name: 'First By Key', text: 'a' });
  await using visit = await inbox.visit();
  const { page } = visit;
  await visit.signIn();
  await page.getByRole('link', { name: /First By Key/ }).waitFor();
  await page.keyboard.press('j');
  await page.getByRole('region', { name: 'Conversation with First By Key' }).waitFor();
  await page.keyboard.press('j');
  await page.getByRole('region', { name: 'Conversation with Second By Key' }).waitFor();
  await page.keyboard.press('k');
  await page.getByRole('region', { name: 'Conversation with First By Key' }).waitFor();
  await page.keyboard.press('u');
  await page.getByRole('heading', { name: 'Choose a conversation' }).waitFor();
});
