import type { MailModel } from '@/lib/mail/mail-model';
import { formatDay } from './format-day';
import type { ConsentKind } from './names';
import { whatIsAsked } from './request-mail';

interface ReminderMail {
  partner: { name: string; domain: string };
  kind: ConsentKind;
  /** Vetted: these two come from the partner and go out under our name. */
  recipientName: string;
  organization: string;
  sentAt: Date;
  expiresAt: Date;
  url: string;
}

/** Reminds of a request that has no answer yet. Says what it is about and leaves the rest to the page behind the link. */
export function reminderMail({
  partner,
  kind,
  recipientName,
  organization,
  sentAt,
  expiresAt,
  url,
}: ReminderMail): MailModel {
  const asked = whatIsAsked(kind);
  return {
    subject: `Reminder: ${partner.name} asks for ${asked}`,
    preheader: `The link works until ${formatDay(expiresAt)}. Nothing happens until somebody decides.`,
    paragraphs: [
      `Hello ${recipientName},`,
      `on ${formatDay(sentAt)} ${partner.name} (${partner.domain}) asked ${organization} for ${asked}. Nobody has answered yet.`,
      `Only a global administrator of your organization can accept or decline. Opening the link decides nothing. It works until ${formatDay(expiresAt)}.`,
    ],
    action: { label: 'Review the request', url },
    footer: `Countersign sends this for ${partner.name}. If you do not want to answer, you need not do anything: without an answer the request runs out.`,
  };
}
