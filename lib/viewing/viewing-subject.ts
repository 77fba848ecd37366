import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { tenants, type viewings } from '@/db/schema';
import type { AuditSubject } from '@/lib/audit/record';

type Viewing = typeof viewings.$inferSelect;

/** What the log says of a viewing: it stands in the operator's and in that of the organization. */
export async function viewingSubject({ id, tenantId, role, askedBy, reason }: Viewing): Promise<AuditSubject> {
  const [tenant] = await db.select({ kind: tenants.kind }).from(tenants).where(eq(tenants.id, tenantId));
  const side = tenant?.kind === 'partner' ? { partnerId: tenantId } : { customerId: tenantId };
  return { subjectId: id, ...side, detail: { role, askedBy, reason } };
}
