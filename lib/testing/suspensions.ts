import { confirmSuspension } from '@/lib/suspensions/confirm-suspension';
import { proposeSuspension } from '@/lib/suspensions/propose-suspension';
import { reinstate } from '@/lib/suspensions/reinstate';
import { newPerson, newTenant } from './tenants';

/** For tests: suspends an organization, or one of its API clients, as two people of support do; answers how to end it. */
export async function suspend(tenantId: string, clientId: string | null = null, reason = 'Unusual registrations') {
  const operator = await newTenant('operator');
  const agent = await newPerson(operator, 'support_agent');
  const lead = await newPerson(operator, 'support_admin');
  const proposed = await proposeSuspension(agent, { tenantId, clientId, reason });
  if (!proposed.ok) throw new Error(proposed.reason);
  const confirmed = await confirmSuspension(lead, { suspensionId: proposed.id });
  if (!confirmed.ok) throw new Error(confirmed.reason);
  const end = async () => {
    const ended = await reinstate(lead, { suspensionId: proposed.id, reason: 'Explained' });
    if (!ended.ok) throw new Error(ended.reason);
  };
  return { id: proposed.id, agent, lead, reinstate: end };
}
