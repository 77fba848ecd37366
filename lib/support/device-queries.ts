import { and, desc, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { conflicts, tenants, uploads } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { changesOf } from '@/lib/devices/device-changes';
import { findPlaces } from '@/lib/devices/device-places';
import { deviceAt } from '@/lib/devices/device-queries';
import { repairsOf } from '@/lib/devices/device-repairs';
import { AppError } from '@/lib/errors';
import { withProfiles } from '@/lib/profiles/with-profiles';
import { query } from '@/lib/query';

const customers = alias(tenants, 'customers');
const registrars = alias(tenants, 'registrars');

/**
 * Any device that is or was registered, whoever's, with its whole history: where it came from, what it was before repairs, what
 * was changed by whom, and who asked for its release. `registered` is null once it is no longer; what was known of it is then
 * in the row of its upload. Of its hash only that there is one.
 */
export const getSupportedDevice = query({
  allow: 'support:read',
  input: z.object({ id: z.uuid() }),
  async run(actor, { id: asked }) {
    const id = asked.toLowerCase();
    const [place] = await findPlaces([id], { everybodys: true });
    if (!place) throw new AppError('not_found');
    const [from] = await db
      .select({
        id: uploads.id,
        fileName: uploads.fileName,
        at: uploads.createdAt,
        rows: uploads.doneRows,
        customer: { id: customers.id, name: customers.name },
        registrar: { id: registrars.id, name: registrars.name },
      })
      .from(uploads)
      .innerJoin(customers, eq(customers.id, uploads.customerId))
      .innerJoin(registrars, eq(registrars.id, uploads.partnerId))
      .where(and(eq(uploads.number, place.upload), ne(uploads.state, 'receiving')));
    if (!from || place.row < 1 || place.row > from.rows) throw new AppError('not_found');
    const [registered, [shown], changes, repairs, cases] = await Promise.all([
      deviceAt([place]),
      withProfiles([place], 'customer'),
      changesOf(id, requireUser(actor).tenant),
      repairsOf(id),
      db
        .select({ id: conflicts.id, state: conflicts.state, at: conflicts.createdAt, asker: tenants.name })
        .from(conflicts)
        .innerJoin(tenants, eq(tenants.id, conflicts.askerPartnerId))
        .where(eq(conflicts.deviceId, id))
        .orderBy(desc(conflicts.id)),
    ]);
    return {
      id,
      row: place.row,
      upload: from,
      registered,
      profile: shown?.profile ?? null,
      changes,
      repairs,
      conflicts: cases,
    };
  },
});

export type SupportedDevice = Awaited<ReturnType<typeof getSupportedDevice>>;
