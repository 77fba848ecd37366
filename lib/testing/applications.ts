import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { nameChanges } from '@/db/schema';
import { apply } from '@/lib/applications/apply';
import type { ApplyTyped } from '@/lib/applications/apply-input';
import { askName } from '@/lib/applications/ask-name';
import { confirmApplication } from '@/lib/applications/confirm-application';
import type { UserActor } from '@/lib/auth/actor';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { mailsTo } from './mails';

/** What an organization that nobody else has applies with. */
export function aboutPartner(given: Partial<ApplyTyped> = {}): ApplyTyped {
  const word = randomBytes(5).toString('hex');
  const domain = given.domain ?? `a${word}.example`;
  return {
    applicationId: uuidv7(),
    organization: `A${word} Services`,
    domain,
    country: 'DE',
    partnerType: 'direct',
    mpnId: String(1_000_000 + Math.floor(Math.random() * 8_999_999)),
    contactName: 'Ada Byron',
    contactEmail: `ada@${domain}`,
    ...given,
  };
}

/** The secret of the newest link that an address was mailed. */
export async function tokenFor(address: string): Promise<string> {
  const link = (await mailsTo(address)).at(-1)?.links[0] ?? '';
  return link.slice(link.lastIndexOf('/') + 1);
}

/** Somebody applied, and was mailed the link. */
export async function newEntered(given: Partial<ApplyTyped> = {}) {
  const input = aboutPartner(given);
  await apply(null, { ...input, from: { address: null } });
  await runUntilEmpty();
  return { ...input, id: input.applicationId, token: await tokenFor(input.contactEmail) };
}

/** The same, once it is before support. */
export async function newWaiting(given: Partial<ApplyTyped> = {}) {
  const entered = await newEntered(given);
  const confirmed = await confirmApplication(null, { token: entered.token });
  if (!confirmed.ok) throw new Error(confirmed.reason);
  return entered;
}

/** The id of a wish for another name, which nobody else has. */
export async function newNameChange(actor: UserActor, name = `Name ${randomBytes(5).toString('hex')}`) {
  const asked = await askName(actor, { name, note: 'We have merged.' });
  if (!asked.ok) throw new Error(asked.reason);
  const [change] = await db.select({ id: nameChanges.id }).from(nameChanges).where(eq(nameChanges.name, name));
  return change?.id ?? '';
}
