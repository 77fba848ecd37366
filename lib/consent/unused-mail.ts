import { env } from '@/lib/env';
import type { MailModel } from '@/lib/mail/mail-model';
import { unusedAfterDays } from './unused';

interface UnusedMail {
  /** Whom it is written to. */
  side: 'customer' | 'partner';
  /** `sentence` of the notification. */
  said: string;
  oem: boolean;
  path: string;
}

/** Tells one side that a consent lies unused, and what it can do about it. */
export function unusedMail({ side, said, oem, path }: UnusedMail): MailModel {
  const advice =
    side === 'partner'
      ? 'Nothing ends by itself. If you no longer work together, a global administrator of your organization can remove the relationship.'
      : `Nothing ends by itself. If you no longer work together, a global administrator of your organization can ${oem ? 'ask support to remove it' : 'end the relationship'} under Partner relationships.`;
  return {
    subject: said.replace(/\.$/, ''),
    preheader: 'Nothing ends by itself.',
    paragraphs: [said, advice],
    action: {
      label: side === 'partner' ? 'See your customers' : 'See partner relationships',
      url: `${env.APP_ORIGIN}${path}`,
    },
    footer: `Countersign sends this once when nobody has acted by a consent for ${unusedAfterDays} days. Choose what you are told about under Notifications.`,
  };
}
