import { expect, it } from 'vitest';
import { openInbox } from './support/inbox.ts';

const inbox = openInbox();

interface Found {
  readonly conversations: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
}

/** The id of the conversation that a search finds. */
async function conversationOf(search: string): Promise<string> {
  const query =
    'query Found($search: String!) { conversations(filter: { search: $search }) { edges { node { id } } } }';
  let id: string | undefined;
  await expect
    .poll(async () => {
      const { conversations } = await inbox.ask<Found>(query, { search });
      id = conversations.edges[0]?.node.id;
      return id;
    })
    .toBeDefined();
  return id ?? '';
}

it('follows two contacts that turn out to be one person, in the list and in the open thread', async () => {
  const hidden = 'IQ.7705000001';
  const phone = '9647705000001';
  await inbox.writes({ from: hidden, username: 'rose.basra', name: 'Rose', text: 'without a number' });
  await inbox.writes({ from: phone, name: 'Rose of Basra', text: 'with a number' });
  const [kept, given] = [await conversationOf('rose.basra'), await conversationOf(`+${phone}`)];
  expect(given).not.toBe(kept);

  await using visit = await inbox.visit();
  const { page } = visit;
  await visit.open('Rose of Basra');
  await page.getByRole('log').getByText('with a number').waitFor();
  expect(await page.locator('a[href*="conv_"]').count()).toBe(2);
  // What is being written is not lost with the conversation in which it was begun.
  await page.getByRole('textbox', { name: 'Write a message' }).fill('half an answer');

  const { phoneNumbers } = await inbox.ask<{ phoneNumbers: { phoneNumberId: string; display: string }[] }>(
    '{ phoneNumbers { phoneNumberId display } }',
  );
  const [number] = phoneNumbers;
  const metadata = { phone_number_id: number?.phoneNumberId, display_phone_number: number?.display.replace('+', '') };
  const system = { type: 'user_changed_number', body: 'Rose changed', wa_id: phone };
  const message = {
    from_user_id: hidden,
    id: 'wamid.rose',
    timestamp: `${Math.floor(Date.now() / 1000)}`,
    type: 'system',
    system,
  };
  const value = { messaging_product: 'whatsapp', metadata, messages: [message] };
  await inbox.gateway.call('POST', '/sandbox/webhooks', { field: 'messages', value });

  await expect.poll(() => page.locator('a[href*="conv_"]').count()).toBe(1);
  const [left] = [kept, given].filter((id) => page.url().includes(id));
  await page.waitForURL(`**/inbox/${left}`);
  for (const text of ['without a number', 'with a number']) await page.getByRole('log').getByText(text).waitFor();
  await page.getByRole('log').getByText('The person has a new phone number:').waitFor();
  const row = page.locator('a[href*="conv_"]');
  expect(await row.getAttribute('aria-current')).toBe('true');
  expect(await page.getByRole('textbox', { name: 'Write a message' }).inputValue()).toBe('half an answer');
});
