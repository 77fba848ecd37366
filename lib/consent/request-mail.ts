import type { MailModel } from '@/lib/mail/mail-model';
import { dapRoles } from './dap-roles';
import { formatDay } from './format-day';
import type { ConsentKind } from './names';

/** Goes on from "asks for". */
export const whatIsAsked = (kind: ConsentKind): string =>
  kind === 'oem' ? 'consent to register devices' : 'a reseller relationship';

export interface RequestMail {
  partner: { name: string; domain: string; mpnId: string | null };
  kind: ConsentKind;
  providerName: string | null;
  /** Vetted: these two come from the partner and go out under our name. */
  recipientName: string;
  organization: string;
  dap: boolean;
  /** Null for a standing link, which does not run out. */
  expiresAt: Date | null;
  url: string;
}

/** The mail that carries an invitation link; the preview of the form and the outbox render this same model. */
export function requestMail({ partner, kind, providerName, ...given }: RequestMail): MailModel {
  const partnerId = partner.mpnId ? `, partner ID ${partner.mpnId}` : '';
  const asked = whatIsAsked(kind);
  const [admin, helpdesk] = dapRoles;
  const who =
    kind === 'oem'
      ? 'a global administrator of your organization whose sign-in name ends with .onmicrosoft.com'
      : 'a global administrator of your organization';
  const end = given.expiresAt ? ` It works until ${formatDay(given.expiresAt)}.` : '';
  const silence = given.expiresAt ? 'without an answer the request runs out' : 'without an answer nothing is granted';
  const access = given.dap
    ? `It also asks for delegated administration permissions in your organization: ${admin.role} for its ${admin.holders} and ${helpdesk.role} for its ${helpdesk.holders}. You can leave them out when you accept.`
    : 'It does not ask for any administrative access to your organization.';
  return {
    subject: `${partner.name} asks for ${asked}`,
    preheader: `A global administrator of ${given.organization} decides. Nothing happens until then.`,
    paragraphs: [
      `Hello ${given.recipientName},`,
      `${partner.name} (${partner.domain}${partnerId}) asks ${given.organization} for ${asked}. With it, ${partner.name} may register Windows Autopilot devices for you.`,
      ...(providerName ? [`${partner.name} works with the provider ${providerName}, which may then do the same.`] : []),
      access,
      `Only ${who} can accept or decline. Opening the link decides nothing.${end}`,
    ],
    action: { label: 'Review the request', url: given.url },
    footer: `Countersign sends this for ${partner.name}. If you did not expect it, you need not do anything: ${silence}.`,
  };
}
