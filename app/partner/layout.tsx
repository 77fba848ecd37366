import type { ReactNode } from 'react';
import { PlaceShell } from '@/app/place-shell';
import type { NavItem } from '@/components/shell/shell';
import type { PartnerType, UserActor } from '@/lib/auth/actor';
import { allows, mayHaveApi } from '@/lib/auth/policy';
import { paths } from '@/lib/paths';

const dashboard: NavItem = { label: 'Dashboard', href: paths.partner(), icon: 'dashboard' };
const customers: NavItem = {
  label: 'Customers',
  href: paths.customers(),
  icon: 'people',
  within: [paths.customers(), paths.uploads()],
};
const requests: NavItem = {
  label: 'Requests',
  href: paths.requests(),
  icon: 'send',
  within: [paths.requests(), paths.partnerReceipts()],
};
const consentLink: NavItem = {
  label: 'Consent link',
  href: paths.consentLink(),
  icon: 'shield',
  within: [paths.consentLink()],
};
const devices: NavItem = { label: 'Devices', href: paths.devices(), icon: 'laptop' };
const conflicts: NavItem = { label: 'Conflicts', href: paths.conflicts(), icon: 'scale', within: [paths.conflicts()] };
const activity: NavItem = { label: 'Activity', href: paths.activity(paths.partner()), icon: 'history' };

const apiClients: NavItem = {
  label: 'API clients',
  href: paths.apiClients(),
  icon: 'key',
  within: [paths.apiClients(), paths.webhooks()],
};
const people: NavItem = {
  label: 'People',
  href: paths.people(paths.partner()),
  icon: 'person',
  within: [paths.people(paths.partner()), paths.directory(paths.partner())],
};

/** Who works under a partner, or whom it works under. */
const partnership: Partial<Record<PartnerType, NavItem>> = {
  indirect_provider: { label: 'Resellers', href: paths.resellers(), icon: 'handshake', within: [paths.resellers()] },
  indirect_reseller: { label: 'Providers', href: paths.providers(), icon: 'handshake', within: [paths.providers()] },
};

function partnershipOf(actor: UserActor): NavItem[] {
  const item = actor.tenant.partnerType ? partnership[actor.tenant.partnerType] : undefined;
  return item && allows(actor, 'partner_links:read') ? [item] : [];
}

const items = (actor: UserActor): NavItem[] => [
  dashboard,
  ...(allows(actor, 'customers:read') ? [customers] : []),
  ...(allows(actor, 'oem_link:read') ? [consentLink] : []),
  ...(allows(actor, 'requests:read') ? [requests] : []),
  ...(allows(actor, 'devices:read') ? [devices] : []),
  ...(allows(actor, 'conflicts:read') ? [conflicts] : []),
  ...partnershipOf(actor),
  ...(allows(actor, 'api_clients:manage') && mayHaveApi(actor.tenant) ? [apiClients] : []),
  ...(allows(actor, 'members:manage') ? [people] : []),
  ...(allows(actor, 'activity:read') ? [activity] : []),
];

export const metadata = { title: { default: 'Dashboard', template: '%s · Partner Center · Countersign' } };

export default function PartnerLayout({ children }: { children: ReactNode }) {
  return (
    <PlaceShell place="Partner Center" items={items}>
      {children}
    </PlaceShell>
  );
}
