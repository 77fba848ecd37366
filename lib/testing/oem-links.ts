import type { UserActor } from '@/lib/auth/actor';
import { readStandingAddress } from '@/lib/consent/standing-address';
import { askLink } from '@/lib/oem/ask-link';
import { issueLink } from '@/lib/oem/issue-link';
import { getConsentLink } from '@/lib/oem/queries';
import { newPartner, newPerson, newTenant } from './tenants';

/** Everything support makes sure of before it issues a link. */
export const allChecks = { company: true, website: true, makes: true, contact: true } as const;

/** What an OEM says about itself. */
export const aboutOem = {
  website: 'https://www.proseware.example',
  makes: 'Proseware\nProseware Devices',
  contactName: 'Paul Dubois',
  contactEmail: 'paul@proseware.example',
  note: '',
};

/** A person of an operator of the test's own. */
export const newSupport = async (role: 'support_agent' | 'support_admin' = 'support_agent') =>
  newPerson(await newTenant('operator'), role);

/** An OEM with a person who asks, and the application. */
export async function newApplication() {
  const oem = await newPartner('oem', 'admin_agent');
  const asked = await askLink(oem.actor, aboutOem);
  if (!asked.ok) throw new Error(asked.reason);
  return { ...oem, applicationId: asked.id };
}

/** The address of an OEM's link as its customers open it now. */
export async function linkAddressOf(oem: UserActor) {
  const { link } = await getConsentLink(oem, {});
  const address = link && readStandingAddress(Object.fromEntries(new URL(link.url).searchParams))?.address;
  if (!address) throw new Error('this OEM has no link');
  return address;
}

/** An OEM whose link support has issued. */
export async function newIssued() {
  const oem = await newApplication();
  const support = await newSupport();
  const issued = await issueLink(support, { applicationId: oem.applicationId, checks: allChecks });
  if (!issued.ok) throw new Error(issued.reason);
  return { ...oem, support };
}
