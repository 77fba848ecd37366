import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { nameChanges, partnerApplications } from '@/db/schema';
import { partnerApplicationStateNames } from '@/lib/applications/application-state';
import { nameChangeStateNames } from '@/lib/applications/name-state';
import { paths } from '@/lib/paths';
import type { Found } from './found';

/** What somebody applied to become a partner with. */
export async function partnerApplicationBy(id: string): Promise<Found[]> {
  const rows = await db.select().from(partnerApplications).where(eq(partnerApplications.id, id));
  return rows.map(({ organization, state, contactEmail }) => ({
    kind: 'partner_application',
    id,
    name: organization,
    detail: `${partnerApplicationStateNames[state]}, ${contactEmail}`,
    href: paths.partnerApplication(id),
  }));
}

/** Another name that a partner wants. */
export async function nameChangeBy(id: string): Promise<Found[]> {
  const rows = await db.select().from(nameChanges).where(eq(nameChanges.id, id));
  return rows.map(({ before, name, state }) => ({
    kind: 'name_change',
    id,
    name: `${before} wants to be called ${name}`,
    detail: nameChangeStateNames[state],
    href: paths.nameChange(id),
  }));
}
