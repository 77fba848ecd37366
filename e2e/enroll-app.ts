import type { Page } from '@playwright/test';
import { codeOf } from '@/lib/testing/factors';
import { expect, expectAccessible } from './fixtures';

/** The key of an authenticator app, as the page shows it for who cannot scan. */
export async function shownKey(page: Page): Promise<string> {
  await page.getByText('I cannot scan it').click();
  return (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent())?.replaceAll(' ', '') ?? '';
}

/** Sets up the app that signing in asks for, reads the recovery codes, and goes on. Gives the key and the codes. */
export async function enrollApp(page: Page): Promise<{ secret: string; codes: string[] }> {
  await expect(page.getByRole('heading', { level: 1, name: 'Set up your second factor' })).toBeVisible();
  const secret = await shownKey(page);
  await expectAccessible(page);
  await page.getByLabel('Code', { exact: true }).fill(codeOf(secret));
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  const shown = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(shown).toHaveCount(10);
  const codes = await shown.allTextContents();
  await page.getByRole('link', { name: 'I have kept them: continue' }).click();
  return { secret, codes };
}
