import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import type { Role, UserActor } from '@/lib/auth/actor';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { newPartner, newPerson, newTenant } from '@/lib/testing/tenants';

type Tenant = Awaited<ReturnType<typeof newTenant>>;

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
  at: string;
}

interface Fixtures {
  /** A browser of their own for one person, signed in by cookie. */
  signedIn: (person: UserActor) => Promise<Page>;
  /** What the portal mailed to an address, newest first. */
  mailTo: (address: string) => Promise<Mail[]>;
}

/** Signs a person in without the sign-in page: the cookie that their session would have given them. */
export async function signInAs(context: BrowserContext, person: UserActor): Promise<void> {
  const value = await encode({ token: { sid: person.sessionId }, secret: env.AUTH_SECRET });
  await context.addCookies([
    { name: sessionCookieName(), value, url: env.APP_ORIGIN, httpOnly: true, sameSite: 'Lax' },
  ]);
}

export const test = base.extend<Fixtures>({
  signedIn: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person) => {
      const context = await browser.newContext();
      contexts.push(context);
      await signInAs(context, person);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  mailTo: async ({ request }, use) => {
    await use(async (address) => {
      const answer = await request.get(paths.mailbox(address), { headers: { Accept: 'application/json' } });
      return (await answer.json()) as Mail[];
    });
  },
});

type People<Roles extends Role[]> = { [index in keyof Roles]: UserActor };

/** One person of the tenant for each role that is asked for, in that order. */
async function people<Roles extends Role[]>(tenant: Tenant, roles: Roles): Promise<People<Roles>> {
  return (await Promise.all(roles.map((role) => newPerson(tenant, role)))) as People<Roles>;
}

/** A direct partner of the test's own, and its people. */
export async function partnerWith<Roles extends Role[]>(...roles: Roles): Promise<[Tenant, ...People<Roles>]> {
  const { tenant } = await newPartner('direct');
  return [tenant, ...(await people(tenant, roles))];
}

/** A customer of the test's own, and its people. */
export async function customerWith<Roles extends Role[]>(...roles: Roles): Promise<[Tenant, ...People<Roles>]> {
  const tenant = await newTenant('customer');
  return [tenant, ...(await people(tenant, roles))];
}

/** Closes the dialog of something done, unless the live page has already taken it along with what it stood on. */
export async function closeDone(dialog: Locator): Promise<void> {
  const close = dialog.getByRole('button', { name: 'Close' });
  await close.click({ timeout: 5000 }).catch(() => expect(dialog).toBeHidden());
}

/**
 * Nothing that the WCAG rules of axe can find, in light and in dark. What a page shows for a moment on its way (a title that
 * comes after the page, a button between two colours) is no fault: what axe still finds when it looks again is.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      expect(found, `${colorScheme} ${page.url()}`).toEqual([]);
    }).toPass({ timeout: 25_000 });
  }
}

/** A page with something on it: nothing axe can find in light or dark, one h1, and no sideways scrolling on a phone. */
export async function expectWellMade(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overhang, `${path} on a phone`).toBeLessThanOrEqual(0);
}

export { expect };
