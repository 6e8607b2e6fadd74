import { it } from 'vitest';
import { openPortal } from './support/portal.ts';

const portal = openPortal();

it('GraphiQL runs an operation for who is signed in, under the headers that every answer has', async () => {
  await using visit = await portal.visit();
  const { page } = visit;
  await visit.signIn();
  await page.goto(`/graphql?query=${encodeURIComponent('{ viewer { role } }')}`);
  await page.getByRole('button', { name: /Execute query/ }).click();
  await page.getByText('"operator"').waitFor();
});
