import type { NotificationParams } from '@/lib/notifications/kinds';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';

interface LinkAnswer {
  partnerId: string;
  /** Who asked for the link, where it is an answer to that. */
  askedBy?: string;
  answer: NotificationParams['oem_link_answered']['answer'];
}

/**
 * Tells an OEM what support did about its link: everybody whom it concerns in the portal, and by mail whoever asked, or all of
 * them where nobody did. Why, they read where the link is.
 */
export const tellLinkAnswer = ({ partnerId, answer, askedBy }: LinkAnswer): Promise<void> =>
  notify({
    kind: 'oem_link_answered',
    to: { tenantId: partnerId },
    params: { answer },
    path: paths.consentLink(),
    mailTo: askedBy,
  });
