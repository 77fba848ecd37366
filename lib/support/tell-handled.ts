import { whomToTell } from '@/lib/consent/whom-to-tell';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';

interface Handled {
  /** The request that the partner finds now. */
  id: string;
  partnerId: string;
  /** Null where an API client sent it. */
  createdBy: string | null;
  recipientName: string;
  recipientOrganization: string;
}

/** Tells the partner's sender what support did about a request; why stands with it in the log. */
export async function tellHandled(what: 'resent' | 'canceled', request: Handled): Promise<void> {
  await notify({
    kind: 'request_handled',
    to: await whomToTell(request.createdBy, request.partnerId),
    params: { recipient: request.recipientName, organization: request.recipientOrganization, what },
    path: paths.request(request.id),
  });
}
