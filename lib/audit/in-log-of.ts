import type { tenants } from '@/db/schema';
import type { AuditSubject } from './record';

/** In whose log something stands that the portal did for an organization; the operator's has everything anyway. */
export const inLogOf = ({ id, kind }: Pick<typeof tenants.$inferSelect, 'id' | 'kind'>): AuditSubject =>
  kind === 'partner' ? { partnerId: id } : { customerId: kind === 'customer' ? id : null };
