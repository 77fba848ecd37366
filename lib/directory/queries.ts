import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { tenants } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { query } from '@/lib/query';
import { countLocalChiefs } from './local-chiefs';
import { directorySettings } from './settings';

/** How the actor's organization is connected to its directory, and whether it can be. */
export const readDirectory = query({
  allow: 'directory:connect',
  input: z.object({}),
  async run(actor) {
    const { tenant, directory } = requireUser(actor);
    const [row] = await db.select({ directoryId: tenants.directoryId }).from(tenants).where(eq(tenants.id, tenant.id));
    return {
      organization: tenant.name,
      kind: tenant.kind,
      /** Null while it is not connected. */
      directoryId: row?.directoryId ?? null,
      /** Whether the portal is set up for it at all. */
      offered: directorySettings() !== null,
      /** Whether somebody could sign in and answers for the organization if it were disconnected. */
      mayDisconnect: (await countLocalChiefs(tenant)) > 0,
      /** Whether the actor signs in by it. */
      own: directory !== null,
    };
  },
});

export type ShownDirectory = Awaited<ReturnType<typeof readDirectory>>;
