import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { conflicts, jobs } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, setClock } from '@/lib/clock';
import { askRelease } from '@/lib/conflicts/ask-release';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { asking, newDispute, newSupporter, pdfOf } from '@/lib/testing/conflicts';
import { closeDone, expect, expectAccessible, test } from './fixtures';

const proof = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

/** The page itself: the bell says much of the same. */
const main = (page: Page) => page.locator('#main');

/** Registers what is typed into the upload page already. */
async function registerTyped(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Register 1 device' }).click();
  await expect(page.getByRole('link', { name: 'Registered', exact: true })).toBeVisible();
}

test('a device that another customer has is asked for, released by it and registered at once', async ({
  signedIn,
  mailTo,
}) => {
  const { holder, asker, serial, uploadId } = await newDispute();
  const page = await signedIn(asker.actor);
  await page.goto(paths.upload(uploadId));
  await page.getByRole('link', { name: 'Ask for release' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ask for release' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ask for release' }).click();
  await expect(main(page).getByText('Choose the invoice or the receipt of this device.')).toBeVisible();
  await page.getByLabel('Proof of purchase').setInputFiles(proof('invoice.pdf', Buffer.from('<html>no proof</html>')));
  await expect(main(page).getByText('This is neither a PDF nor', { exact: false })).toBeVisible();
  await page.getByLabel('Proof of purchase').setInputFiles(proof('invoice.pdf', pdfOf('Invoice 4711')));
  await page.getByLabel('Order reference').fill('PO-4711');
  await page.getByRole('button', { name: 'Ask for release' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Release of ${serial}` })).toBeVisible();
  await expect(main(page).getByText('Waiting for an answer')).toBeVisible();
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download proof' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('proof-of-purchase.pdf');
  await page.goto(paths.upload(uploadId));
  await page.getByRole('link', { name: 'See your request' }).click();

  const { admin } = holder.customer;
  const [mail] = await mailTo(admin.email);
  expect(mail?.subject).toContain(`You are asked to release the device ${serial}`);
  const theirs = await signedIn(admin);
  await theirs.goto(paths.askedReleases());
  await expectAccessible(theirs);
  await theirs.getByRole('link', { name: serial }).click();
  await expectAccessible(theirs);
  await expect(theirs.locator('body')).not.toContainText(asker.partner.name);
  const file = await theirs.request.get(paths.conflictProof(page.url().split('/').at(-1) ?? ''));
  expect(file.status()).toBe(403);
  await theirs.getByRole('button', { name: 'Release device' }).click();
  const question = theirs.getByRole('dialog', { name: `Release the device ${serial}?` });
  await question.getByRole('button', { name: 'Release device' }).click();
  await expect(question.getByText(`The device ${serial} is released.`)).toBeVisible();
  await closeDone(question);
  await expect(main(theirs).getByText('it is no longer registered', { exact: false })).toBeVisible();

  await expect(main(page).getByText('The device is released. You can register it now.')).toBeVisible();
  await page.getByRole('link', { name: 'Register it now' }).click();
  await expect(page.getByLabel('Serial number')).toHaveValue(serial);
  await registerTyped(page);
  await page.goto(paths.customerDevices(asker.customerId));
  await expect(page.getByRole('link', { name: serial })).toBeVisible();
});

/** Asked so long ago that the time for an answer is over, and its job due. */
async function askedLongAgo(actor: UserActor, uploadId: string): Promise<string> {
  setClock(() => later(new Date(), -days(7)));
  const asked = await askRelease(actor, asking(uploadId)).finally(() => setClock());
  if (!asked.ok) throw new Error(asked.reason);
  return asked.id;
}

test('what the holder leaves unanswered comes to support, which decides', async ({ signedIn }) => {
  const { holder, asker, serial, uploadId } = await newDispute();
  const id = await askedLongAgo(asker.actor, uploadId);
  await expect
    .poll(async () => (await db.select().from(conflicts).where(eq(conflicts.id, id)))[0]?.state)
    .toBe('escalated');
  expect((await db.select().from(jobs)).map(({ payload }) => payload.conflictId)).not.toContain(id);
  const holding = await signedIn(holder.actor);
  await holding.goto(paths.conflicts({ show: 'received' }));
  await expectAccessible(holding);
  await holding.getByRole('link', { name: serial }).click();
  await expect(main(holding).getByText('Support decides now', { exact: false })).toBeVisible();
  await expect(holding.getByRole('button', { name: 'Refuse' })).toHaveCount(0);

  const support = await signedIn(await newSupporter());
  await support.goto(paths.supportConflicts());
  await expectAccessible(support);
  await support.goto(paths.supportConflict(id));
  await expect(main(support)).toContainText(asker.partner.name);
  await expect(main(support)).toContainText(holder.customer.tenant.name);
  await expectAccessible(support);
  await support.getByLabel('Note').fill('The invoice is genuine.');
  await support.getByRole('button', { name: 'Add note' }).click();
  await expect(main(support).getByText('The invoice is genuine.')).toBeVisible();
  await support.getByRole('button', { name: 'Release device' }).click();
  const question = support.getByRole('dialog', { name: `Release the device ${serial}?` });
  await question.getByLabel('Reason').fill(`It was sold by ${holder.partner.name}.`);
  await question.getByRole('button', { name: 'Release device' }).click();
  await expect(question.getByText('This names one of the organizations', { exact: false })).toBeVisible();
  await question.getByLabel('Reason').fill('The invoice names this serial number.');
  await question.getByRole('button', { name: 'Release device' }).click();
  await expect(question.getByText('Both sides are told.', { exact: false })).toBeVisible();
  await closeDone(question);

  await expect(main(holding).getByText('The invoice names this serial number.', { exact: false })).toBeVisible();
  const page = await signedIn(asker.actor);
  await page.goto(paths.conflicts());
  await expectAccessible(page);
  await page.getByRole('link', { name: serial }).click();
  await expect(main(page).getByText('The invoice names this serial number.', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'Register it now' }).click();
  await registerTyped(page);
});

test('a refusal hands over to support, a withdrawal ends it', async ({ signedIn }) => {
  const { holder, asker, serial, uploadId } = await newDispute();
  const asked = await askRelease(asker.actor, asking(uploadId));
  const id = asked.ok ? asked.id : '';
  const holding = await signedIn(holder.actor);
  await holding.goto(paths.conflict(id));
  await holding.getByRole('button', { name: 'Refuse' }).click();
  const keep = holding.getByRole('dialog', { name: `Keep the device ${serial}?` });
  await keep.getByLabel('Reason').fill('It is ours since March.');
  await keep.getByRole('button', { name: 'Refuse' }).click();
  await expect(keep.getByText('Support has your reason and decides.')).toBeVisible();
  await closeDone(keep);

  const page = await signedIn(asker.actor);
  await page.goto(paths.conflict(id));
  await expect(main(page).getByText('Whoever has the device did not release it.', { exact: false })).toBeVisible();
  await expect(page.locator('body')).not.toContainText('since March');
  await page.getByRole('button', { name: 'Send another proof' }).click();
  const another = page.getByRole('dialog', { name: 'Send another proof of purchase' });
  await another.getByLabel('Proof of purchase').setInputFiles(proof('better.pdf', pdfOf('Invoice 4711, whole')));
  await another.getByRole('button', { name: 'Send proof' }).click();
  await expect(another).toBeHidden();
  // What the new proof refreshes must not arrive under the next dialog.
  await page.reload();
  await page.getByRole('button', { name: 'Withdraw request' }).click();
  const question = page.getByRole('dialog', { name: 'Withdraw this request?' });
  await question.getByRole('button', { name: 'Withdraw request' }).click();
  await expect(question.getByText('The request is withdrawn.')).toBeVisible();
  await closeDone(question);
  await expect(main(page).getByText('Your organization withdrew this request.', { exact: false })).toBeVisible();
  await expect(main(holding).getByText('The request was withdrawn.', { exact: false })).toBeVisible();
});

test('a proof of purchase comes in by its content and goes out as a download, to those who may have it', async ({
  signedIn,
}) => {
  const { holder, asker, uploadId } = await newDispute();
  const page = await signedIn(asker.actor);
  const send = (file: Buffer, headers: Record<string, string> = { Origin: env.APP_ORIGIN }) =>
    page.request.post(paths.conflictsApi(), {
      headers,
      multipart: { uploadId, row: '1', note: '', orderReference: '', proof: proof('invoice.pdf', file) },
    });
  const refused = async (answer: Awaited<ReturnType<typeof send>>, status: number, sentence: string) => {
    expect(answer.status()).toBe(status);
    expect(await answer.text()).toContain(sentence);
  };
  await refused(await send(pdfOf('x'), { Origin: 'https://evil.example' }), 403, 'did not come from this portal');
  await refused(await send(Buffer.from('MZ no proof')), 400, 'This is neither a PDF');
  const made = await send(pdfOf('Invoice 4711'));
  expect(made.status()).toBe(201);
  const { id } = (await made.json()) as { id: string };
  const again = await send(pdfOf('Invoice 4711'));
  expect([again.status(), ((await again.json()) as { id: string }).id]).toEqual([200, id]);

  const download = await page.request.get(paths.conflictProof(id));
  expect(await download.body()).toEqual(pdfOf('Invoice 4711'));
  expect(download.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="proof-of-purchase.pdf"',
    'x-content-type-options': 'nosniff',
  });
  for (const [person, status] of [
    [await newSupporter(), 200],
    [holder.actor, 404],
    [holder.customer.admin, 403],
  ] as const) {
    const theirs = await signedIn(person);
    expect((await theirs.request.get(paths.conflictProof(id))).status(), person.email).toBe(status);
  }
  // Last: what is refused before all of it has arrived takes the connection along.
  await refused(await send(Buffer.alloc(5.5 * 1024 ** 2, '%PDF-')), 413, 'larger than 5 MB');
});
