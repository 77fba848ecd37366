import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { jobs, revocations } from '@/db/schema';
import { later, now } from '@/lib/clock';
import { formatDay } from '@/lib/consent/format-day';
import { paths } from '@/lib/paths';
import { askRemoval } from '@/lib/support/ask-removal';
import { pdfOf } from '@/lib/testing/conflicts';
import { newConsent, newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { closeDone, customerWith, expect, expectAccessible, test } from './fixtures';

/** A manufacturer whom a customer gave its consent, and somebody of support. */
async function world() {
  const { tenant: oem, actor: maker } = await newPartner('oem', 'admin_agent', 'global_admin');
  const [customer, admin] = await customerWith('global_admin');
  const consentId = await newConsent({ tenant: customer, admin }, oem, { kind: 'oem' });
  const supporter = await newPerson(await newTenant('operator', { name: 'Countersign' }), 'support_agent');
  return { oem, maker, customer, admin, consentId, supporter };
}

test('support announces the end of an OEM’s consent, takes it back, announces it anew, and it ends on its day', async ({
  signedIn,
  mailTo,
}) => {
  test.setTimeout(120_000);
  const { oem, maker, customer, admin, consentId, supporter } = await world();
  const theirs = await signedIn(admin);
  await theirs.goto(paths.relationships());
  const row = theirs.getByRole('row').filter({ hasText: oem.name }).first();
  await expect(row).toBeVisible();

  const support = await signedIn(supporter);
  await support.goto(paths.supportConsent(consentId));
  await expect(support.getByRole('heading', { level: 1, name: 'Consent' })).toBeVisible();
  await expectAccessible(support);
  await support.getByRole('button', { name: 'Revoke consent' }).click();
  const dialog = support.getByRole('dialog');
  const revoke = dialog.getByRole('button', { name: 'Revoke consent' });
  await revoke.click();
  await expect(dialog.getByText('Say why')).toBeVisible();
  await expect(dialog.getByText('Choose how support was asked.')).toBeVisible();
  await expectAccessible(support);
  await dialog.getByLabel('Reason').fill('The customer no longer buys from this manufacturer.');
  await dialog.getByLabel('How support was asked').selectOption({ label: 'By phone' });
  await revoke.click();
  await expect(dialog.getByText('Say who asked')).toBeVisible();
  await dialog.getByLabel('Who asked').fill('Zoe Miller');
  await dialog.getByLabel('Their mail address').fill('zoe@contoso.example');
  await dialog.getByLabel('Notice period in days').fill('31');
  await revoke.click();
  await expect(dialog.getByText('At most 30 days.')).toBeVisible();
  await dialog.getByLabel('Notice period in days').fill('14');
  const letter = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: pdfOf('Letter') };
  await dialog.getByLabel('Evidence').setInputFiles({ ...letter, buffer: Buffer.from('<html>') });
  await expect(dialog.getByText('This is neither a PDF nor', { exact: false })).toBeVisible();
  await dialog.getByLabel('Evidence').setInputFiles(letter);
  await revoke.click();
  await expect(dialog).toContainText('The consent ends in 14 days');
  await closeDone(dialog);
  await expect(support.getByText('Its end is announced')).toBeVisible();
  await expect(support.getByText('By phone: Zoe Miller, zoe@contoso.example')).toBeVisible();
  await expectAccessible(support);
  const [download] = await Promise.all([
    support.waitForEvent('download'),
    support.getByRole('link', { name: 'Download evidence' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('evidence.pdf');

  const [announced] = await db.select().from(revocations).where(eq(revocations.consentId, consentId));
  if (!announced) throw new Error('nothing is announced');
  const day = formatDay(announced.endsAt);
  await expect(row).toContainText(`Ends on ${day}`);
  await expectAccessible(theirs);
  const makers = await signedIn(maker);
  await makers.goto(paths.customer(customer.id));
  await expect(makers.getByText(`Ends on ${day}`)).toBeVisible();
  for (const { email } of [admin, maker]) expect((await mailTo(email))[0]?.subject).toContain(day);
  const evidence = paths.revocationEvidence(announced.id);
  const answers = await Promise.all([makers, theirs].map((page) => page.request.get(evidence)));
  expect(answers.map((answer) => answer.status())).toEqual([403, 403]);

  await support.getByRole('button', { name: 'Keep consent' }).click();
  await dialog.getByLabel('Reason').fill('The customer asks to wait.');
  await dialog.getByRole('button', { name: 'Keep consent' }).click();
  await expect(dialog).toContainText('The consent stays');
  await closeDone(dialog);
  await expect(row).not.toContainText('Ends on');

  await support.getByRole('button', { name: 'Revoke consent' }).click();
  await dialog.getByLabel('Reason').fill('Now it is time.');
  await dialog.getByLabel('How support was asked').selectOption({ label: 'Nobody asked: support decided it' });
  await dialog.getByLabel('Notice period in days').fill('1');
  await revoke.click();
  await expect(dialog).toContainText('The consent ends in a day');
  await closeDone(dialog);
  // The day comes.
  const due = later(now(), -1000);
  await db.update(revocations).set({ endsAt: due }).where(eq(revocations.consentId, consentId));
  await db.update(jobs).set({ runAt: due }).where(eq(jobs.kind, 'consent.revoke'));
  await expect(theirs.getByText('No partner may act for you')).toBeVisible({ timeout: 20_000 });
  await support.reload();
  await expect(support.getByText('Ended', { exact: true })).toBeVisible();
  expect((await makers.goto(paths.customer(customer.id)))?.status()).toBe(404);
});

test('support answers a request to remove an OEM with an end at once; who may not is refused and on record', async ({
  signedIn,
}) => {
  const { oem, maker, customer, admin, consentId, supporter } = await world();
  const asked = await askRemoval(admin, { consentId, reason: 'We no longer buy from them.' });
  if (!asked.ok) throw new Error(asked.reason);

  const makers = await signedIn(maker);
  await makers.goto(paths.partner());
  const refused = await makers.evaluate(async (to) => {
    const form = new FormData();
    form.set('reason', 'I want it');
    return (await fetch(to, { method: 'POST', body: form })).status;
  }, paths.revokeApi(consentId));
  expect(refused).toBe(403);

  const support = await signedIn(supporter);
  await support.goto(paths.removal(asked.id));
  await expect(support.getByText('Due', { exact: false }).first()).toBeVisible();
  await support.getByLabel('Note').fill('Called back.');
  await support.getByRole('button', { name: 'Add note' }).click();
  await expect(support.getByRole('listitem').filter({ hasText: 'Called back.' })).toContainText(supporter.name);
  await expectAccessible(support);
  await support.getByRole('button', { name: 'Revoke consent' }).click();
  const dialog = support.getByRole('dialog');
  await expect(dialog).toContainText(`${admin.name} asked for it in the portal.`);
  await dialog.getByLabel('Reason').fill('As the customer asks.');
  await dialog.getByRole('button', { name: 'Revoke consent' }).click();
  await expect(dialog).toContainText('The consent has ended');
  await closeDone(dialog);
  await expect(support.getByText('Removed', { exact: true })).toBeVisible();

  await makers.goto(paths.activity(paths.partner()));
  await expect(makers.getByText('Tried to end a consent for support', { exact: false })).toBeVisible();
  await support.goto(paths.activity(paths.support()));
  const log = support.locator('#main');
  await expect(log.getByText(`Ended the consent of ${customer.name} with ${oem.name} for support`)).toBeVisible();
});
