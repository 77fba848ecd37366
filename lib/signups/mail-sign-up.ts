import { z } from 'zod';
import { inLogOf } from '@/lib/audit/in-log-of';
import { takeOne } from '@/lib/auth/allowance';
import { command } from '@/lib/command';
import { judgeOrganization } from '@/lib/consent/judge';
import { env } from '@/lib/env';
import { queueMail } from '@/lib/mail/queue-mail';
import { askAdministrators } from './ask-administrators';
import { bringRequest } from './bring-request';
import { issueSignUp } from './issue-sign-up';
import { accountOf, organizationOf } from './known-address';
import { loadOrigin } from './load-origin';
import { accountMail, noAnswerMail } from './sign-up-mails';

const input = z.object({
  email: z.string(),
  requestId: z.uuid().nullable(),
  standingId: z.uuid().nullable(),
  dap: z.boolean(),
});

/**
 * Mails somebody who holds a consent link how to answer it: by their account, by the administrators of their organization,
 * who are asked, or by setting it up. Outcomes: `dead` when the link died meanwhile, `too_many` when this address was mailed
 * enough for now, and `being_mailed`. Nobody who asked learns of any.
 */
export const mailSignUp = command({
  allow: 'sign_up:mail',
  input,
  audit: 'sign_up.mailed',
  prepare: ({ email }) => takeOne('sign_up_mail', email),
  async run({ about }, { email, ...key }, wait) {
    if (wait > 0) return { ok: false, reason: 'too_many' } as const;
    const origin = await loadOrigin(key);
    if (!origin || origin.dead) return { ok: false, reason: 'dead' } as const;
    const { asked } = origin;
    const partner = asked.partner;
    const detail = { address: email, partner: partner.name };
    const subjectId = asked.id;
    const url = `${env.APP_ORIGIN}${origin.path}`;

    const account = await accountOf(email);
    if (account) {
      const { tenant, how } = account;
      // They may open the mail in another browser, which does not hold the link.
      if (!judgeOrganization(asked.judged, tenant.id))
        await bringRequest({ ...key, email, tenantId: tenant.id, once: `account ${email}` });
      await queueMail(email, accountMail({ partner, organization: tenant.name, how, url }));
      about({ subjectId, ...inLogOf(tenant), detail: { ...detail, told: 'account' } });
      return { ok: true } as const;
    }
    const tenant = await organizationOf(email, origin);
    if (tenant) {
      const told = await askAdministrators({ email, tenant, key, origin });
      about({ subjectId, ...inLogOf(tenant), detail: { ...detail, told } });
      return { ok: true } as const;
    }
    if (asked.judged.recipientTenantId) {
      const { organization } = origin;
      await queueMail(email, noAnswerMail({ why: 'wrong_organization', partner, organization, url }));
      about({ subjectId, detail: { ...detail, told: 'no_answer' } });
      return { ok: true } as const;
    }
    const issued = await issueSignUp(email, key, origin);
    if (!issued) return { ok: false, reason: 'being_mailed' } as const;
    about({ subjectId: issued, detail: { ...detail, told: 'set_up' } });
    return { ok: true } as const;
  },
});
