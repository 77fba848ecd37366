import type { UserActor } from '@/lib/auth/actor';
import { acceptStanding } from '@/lib/consent/accept-standing';
import { readStandingAddress } from '@/lib/consent/standing-address';
import { getStanding } from '@/lib/consent/standing-queries';
import { askLink } from '@/lib/oem/ask-link';
import { issueLink } from '@/lib/oem/issue-link';
import { getConsentLink } from '@/lib/oem/queries';

type As = <T>(email: string, work: (person: UserActor) => Promise<T>) => Promise<T>;

const supporter = 'support@countersign.example';
const checks = { company: true, website: true, makes: true, contact: true } as const;

/** The OEM of the demo asks for its consent link, support issues it, and the administrator says yes on it. */
export async function consentToOem(agent: UserActor, admin: string, as: As): Promise<void> {
  if (!(await getConsentLink(agent, {})).link) await issue(agent, as);
  const { link } = await getConsentLink(agent, {});
  const address = link && readStandingAddress(Object.fromEntries(new URL(link.url).searchParams))?.address;
  if (!address) throw new Error('the demo’s OEM has no consent link');
  await as(admin, async (person) => {
    const page = await getStanding(person, { address });
    if (page.kind !== 'ready') throw new Error(`the demo's consent link cannot be accepted: ${page.kind}`);
    const accepted = await acceptStanding(person, { address, shown: page.hash, yes: true, dap: false });
    if (!accepted.ok) throw new Error(`the demo's consent link was not accepted: ${accepted.reason}`);
  });
}

async function issue(agent: UserActor, as: As): Promise<void> {
  await askLink(agent, {
    website: `https://www.${agent.tenant.domain}`,
    makes: agent.tenant.name,
    contactName: agent.name,
    contactEmail: agent.email,
    note: '',
  });
  // Asked just now, or by an earlier run that did not get further.
  const { application } = await getConsentLink(agent, {});
  await as(supporter, async (person) => {
    const issued = await issueLink(person, { applicationId: application?.id ?? '', checks });
    if (!issued.ok) throw new Error(`the demo's consent link was not issued: ${issued.reason}`);
  });
}
