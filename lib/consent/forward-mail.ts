import type { UserActor } from '@/lib/auth/actor';
import type { MailModel } from '@/lib/mail/mail-model';
import { formatDay } from './format-day';

interface ForwardMail {
  person: Pick<UserActor, 'name' | 'tenant'>;
  partner: { name: string; domain: string };
  /** The person's own words, free of links; '' when they wrote none. */
  note: string;
  /** Null for a standing link, which does not expire. */
  expiresAt: Date | null;
  url: string;
}

/** To the administrators of an organization: a colleague has a request before them that only an administrator can answer. */
export function forwardMail({ person, partner, note, expiresAt, url }: ForwardMail): MailModel {
  const until = expiresAt ? ` You can answer until ${formatDay(expiresAt)}.` : '';
  return {
    subject: `${person.name} asks you to answer a request of ${partner.name}`,
    preheader: `Only a global administrator of ${person.tenant.name} can accept or decline.`,
    paragraphs: [
      `${person.name} of ${person.tenant.name} opened a consent request of ${partner.name} (${partner.domain}) and cannot answer it: only a global administrator can.`,
      ...(note ? [`${person.name} wrote to you: “${note}”`] : []),
      `Opening the request decides nothing. Its page says who asks and what would be granted.${until}`,
    ],
    action: { label: 'Review the request', url },
    footer: `Countersign sends this because you are a global administrator of ${person.tenant.name}.`,
  };
}
