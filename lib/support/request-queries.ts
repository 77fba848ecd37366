import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consentRequests, tenants } from '@/db/schema';
import { requestFile } from '@/lib/consent/request-queries';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';

/** Any consent request as its sender finds it, with the partner it is of; never its link. */
export const getSupportedRequest = query({
  allow: 'support:read',
  input: z.object({ id: z.uuid() }),
  async run(_actor, { id }) {
    const [partner] = await db
      .select({ id: tenants.id, name: tenants.name })
      .from(consentRequests)
      .innerJoin(tenants, eq(tenants.id, consentRequests.partnerId))
      .where(eq(consentRequests.id, id));
    if (!partner) throw new AppError('not_found');
    return { partner, request: await requestFile(eq(consentRequests.id, id)) };
  },
});
