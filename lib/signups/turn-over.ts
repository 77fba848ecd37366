import { inLogOf } from '@/lib/audit/in-log-of';
import type { AuditSubject } from '@/lib/audit/record';
import { domainOf } from '@/lib/tenants/organization-domain';
import { askAdministrators } from './ask-administrators';
import { findByDomain } from './find-by-domain';
import { loadOrigin } from './load-origin';
import type { SignUp } from './load-sign-up';

interface TurnedOver {
  /** `exists`: nobody could be asked, because the request is dead or not theirs to answer. */
  became: 'asked' | 'exists';
  /** The name of the organization that has the domain. */
  organization: string;
  /** For the audit event. */
  subject: AuditSubject;
}

/** Asks the administrators of the organization that has got the domain of a link meanwhile, in the open transaction. */
export async function turnOver(signUp: SignUp): Promise<TurnedOver> {
  const { id, email } = signUp;
  const tenant = await findByDomain(domainOf(email));
  if (!tenant) throw new Error('the organization that has the domain is gone');
  const origin = await loadOrigin(signUp);
  const told = origin && !origin.dead ? await askAdministrators({ email, tenant, key: signUp, origin }) : 'no_answer';
  const detail = { address: email, partner: origin?.asked.partner.name, told };
  return {
    became: told === 'asked' ? 'asked' : 'exists',
    organization: tenant.name,
    subject: { subjectId: id, ...inLogOf(tenant), detail },
  };
}
