import type { Organization } from '@/lib/auth/actor';
import { env } from '@/lib/env';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { emit } from '@/lib/webhooks/emit';
import { decisionMail } from './decision-mail';
import { emitAccepted } from './emit-consent';
import type { ConsentKind } from './names';
import type { Receipt } from './receipt';
import { receiptUrl } from './receipt-mail';
import { whomToTell } from './whom-to-tell';

interface Told {
  /** Who asked; the partner's other people when that person cannot be told any more. */
  senderId: string | null;
  partnerId: string;
  kind: ConsentKind;
  customer: Organization;
  /** The name of who decided. */
  person: string;
  at: Date;
  dap: { asked: boolean; granted: boolean };
  /** It was decided on a standing link. */
  standing?: true;
}

/** Tells the partner of a yes: in the portal, leading to the customer, by a mail that leads to the receipt, and its programs. */
export async function tellAccepted(
  { senderId, partnerId, ...told }: Told,
  { requestId, receipt }: { requestId: string; receipt: Receipt },
): Promise<void> {
  await notify({
    kind: 'request_accepted',
    to: await whomToTell(senderId, partnerId),
    params: { customer: told.customer.name },
    path: paths.customer(told.customer.id),
    mail: decisionMail({ ...told, decision: 'accepted', url: receiptUrl('partner', receipt.id) }),
  });
  await emitAccepted(requestId, receipt);
}

/** Tells the partner of a no; a reason is read on the page of the request and never mailed. */
export async function tellDeclined(
  { senderId, partnerId, ...told }: Told,
  { requestId, reasoned }: { requestId: string; reasoned: boolean },
): Promise<void> {
  const path = paths.request(requestId);
  await notify({
    kind: 'request_declined',
    to: await whomToTell(senderId, partnerId),
    params: { customer: told.customer.name, reason: reasoned ? 'given' : 'none' },
    path,
    mail: decisionMail({ ...told, decision: 'declined', reasoned, url: `${env.APP_ORIGIN}${path}` }),
  });
  await emit(partnerId, 'consent.declined', { requestId, customer: { name: told.customer.name } });
}
