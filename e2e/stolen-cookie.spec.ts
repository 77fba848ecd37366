import type { BrowserContext } from '@playwright/test';
import type { UserActor } from '@/lib/auth/actor';
import { changePassword } from '@/lib/auth/change-password';
import { endOtherSessions } from '@/lib/auth/end-other-sessions';
import { signOut } from '@/lib/auth/sign-out';
import { paths } from '@/lib/paths';
import { changeRoles } from '@/lib/people/change-roles';
import { disableMember } from '@/lib/people/disable-member';
import { removeMember } from '@/lib/people/remove-member';
import { resetFactors } from '@/lib/people/reset-factors';
import { withApp } from '@/lib/testing/factors';
import { goodPassword } from '@/lib/testing/people';
import { newPerson, testPassword } from '@/lib/testing/tenants';
import { expect, partnerWith, signInAs, test } from './fixtures';

type Cause = (person: UserActor, boss: UserActor) => Promise<{ ok: boolean }>;

/** What ends every session of a person, wherever a copy of its cookie is. */
const causes: Record<string, Cause> = {
  'signing out': (person) => signOut(person, {}),
  'being disabled': (person, boss) => disableMember(boss, { userId: person.id }),
  'being removed': (person, boss) => removeMember(boss, { userId: person.id }),
  'getting another role': (person, boss) => changeRoles(boss, { userId: person.id, roles: ['helpdesk_agent'] }),
  'changing the password': (person) => changePassword(person, { current: testPassword, password: goodPassword }),
  'setting up an authenticator app': async (person) => ({ ok: Boolean(await withApp(person)) }),
  'having the second factor reset': (person, boss) => resetFactors(boss, { userId: person.id }),
};

/** What a page's own scripts ask for when somebody goes there by a link. */
const asScript = { RSC: '1' };

/** Whether the cookie still lets anybody in: by a page, as a script asks for it, and at the API. */
async function doors(context: BrowserContext, { name }: UserActor): Promise<Record<string, boolean>> {
  const told = async (path: string, headers: Record<string, string> = {}) =>
    (await context.request.get(path, { headers })).text();
  const api = await context.request.get(paths.notificationsApi());
  return {
    page: (await told(paths.customers())).includes(name),
    script: (await told(paths.customers(), asScript)).includes(name),
    api: api.status() === 200,
  };
}

for (const [name, cause] of Object.entries(causes)) {
  test(`a copied cookie is dead after ${name}`, async ({ browser }) => {
    const [tenant, boss] = await partnerWith('global_admin');
    const made = await newPerson(tenant, 'admin_agent');
    const person = name.includes('reset') ? (await withApp(made)).actor : made;
    const thief = await browser.newContext();
    await signInAs(thief, person);
    const page = await thief.newPage();
    await page.goto(paths.account(paths.partner()));
    expect(await doors(thief, person)).toEqual({ page: true, script: true, api: true });

    expect(await cause(person, boss)).toMatchObject({ ok: true });

    expect(await doors(thief, person)).toEqual({ page: false, script: false, api: false });
    // The action of a page that was open before.
    await page.getByLabel('Present password').first().fill(testPassword);
    await page.getByLabel('New password').fill('another password of mine 5');
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(
      page
        .getByText('Your session has ended. Sign in again.')
        .or(page.getByRole('heading', { name: 'Sign in' }))
        .first(),
    ).toBeVisible();
    const upload = await thief.request.post(paths.uploadsApi({ customerId: tenant.id, batch: 'B' }), {
      headers: { Origin: new URL(page.url()).origin, 'Content-Type': 'text/csv' },
      data: 'Device Serial Number\n1\n',
    });
    expect(upload.status()).toBe(401);
    await thief.close();
  });
}

test('a person ends their other sessions, and only those', async ({ browser }) => {
  const [, person] = await partnerWith('admin_agent');
  const [here, there] = [await browser.newContext(), await browser.newContext()];
  await signInAs(here, person);
  const page = await there.newPage();
  await page.goto(paths.signIn());
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password').fill(testPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(paths.partner());
  const own = await here.newPage();
  await own.goto(paths.account(paths.partner()));
  const rows = own.getByRole('table', { name: 'Your sessions' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: 'This one' })).toHaveCount(1);
  await rows.filter({ hasText: 'with a password' }).getByRole('button', { name: 'Sign out there' }).first().click();
  await expect(rows).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  expect(await endOtherSessions(person, {})).toEqual({ ok: false, reason: 'none' });
  await here.close();
  await there.close();
});
