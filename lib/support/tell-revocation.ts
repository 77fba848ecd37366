import type { consents } from '@/db/schema';
import { requesterOf } from '@/lib/consent/find-concerned';
import { formatDay } from '@/lib/consent/format-day';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { nameOf } from './find-removal';
import { openRemoval } from './open-removal';

/** Tells both sides of a consent that support announced its end, or took that back. */
export async function tellSides(
  kind: 'consent_ending' | 'consent_kept',
  { id, customerId, partnerId, requestId, grantedBy }: typeof consents.$inferSelect,
  endsAt: Date,
): Promise<void> {
  const day = formatDay(endsAt);
  const removal = await openRemoval(id);
  await notify({
    kind,
    to: { tenantId: customerId },
    params: { organization: await nameOf(partnerId), day },
    path: paths.relationships(),
    mailTo: removal?.askedBy ?? grantedBy,
  });
  await notify({
    kind,
    to: { tenantId: partnerId },
    params: { organization: await nameOf(customerId), day },
    path: paths.customer(customerId),
    mailTo: await requesterOf(requestId),
  });
}
