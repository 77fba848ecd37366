import type { Activity } from '@/lib/audit/queries';

interface Operation {
  resourceType: string;
  operationType: string;
}

const of = (resourceType: string, operationType: string): Operation => ({ resourceType, operationType });

/** What clients call our events; the others are none that they know. */
const operations: Record<string, (event: Pick<Activity, 'detail'>) => Operation> = {
  'upload.received': ({ detail }) =>
    of('device_batch', `devices_upload_to_${detail.newBatch === true ? 'new' : 'existing'}_batch_attempted`),
  'devices.tagged': () => of('device', 'device_updated'),
  'devices.moved': () => of('device', 'device_updated'),
  'devices.profiled': () => of('device', 'devices_update_attempted'),
  'batch.profile_asked': () => of('device', 'devices_update_attempted'),
  'devices.removed': () => of('device', 'device_deleted'),
  'profile.created': () => of('policy', 'policy_created'),
  'profile.edited': () => of('policy', 'policy_updated'),
  'profile.deleted': () => of('policy', 'policy_deleted'),
  'consent.granted': ({ detail }) =>
    detail.dap === true
      ? of('partner_customer_relationship', 'dap_admin_relationship_approved')
      : of('customer', 'add_customer'),
  'consent.ended': () => of('partner_customer_relationship', 'remove_partner_customer_relationship'),
  'consent.revoked': () => of('partner_customer_relationship', 'remove_partner_customer_relationship'),
  'consent.dap_removed': () => of('partner_customer_relationship', 'dap_admin_relationship_terminated'),
  'consent.dap_waived': () => of('partner_customer_relationship', 'dap_admin_relationship_terminated'),
};

const worthSaying = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** An event as clients read it, or null for one that has no name there. */
export function auditRecord(event: Activity, partnerId: string) {
  const operation = operations[event.action]?.(event);
  if (!operation) return null;
  const facts = Object.entries(event.detail).filter((pair): pair is [string, string | number] => worthSaying(pair[1]));
  return {
    id: event.id,
    partnerId,
    ...(event.customerId ? { customerId: event.customerId } : {}),
    ...(event.customer ? { customerName: event.customer } : {}),
    userPrincipalName: event.person,
    ...operation,
    operationDate: event.at.toISOString(),
    operationStatus: 'succeeded' as const,
    customizedData: facts.map(([key, value]) => ({ key, value: String(value) })),
    attributes: { objectType: 'AuditRecord' },
  };
}

export type AuditRecord = NonNullable<ReturnType<typeof auditRecord>>;
