import type { ReactNode } from 'react';
import { PlaceShell } from '@/app/place-shell';
import type { NavItem } from '@/components/shell/shell';
import type { UserActor } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { paths } from '@/lib/paths';

const devices: NavItem = { label: 'Devices', href: paths.ownDevices(), icon: 'laptop', within: [paths.ownDevices()] };
const profiles: NavItem = {
  label: 'Profiles',
  href: paths.ownProfiles(),
  icon: 'sliders',
  within: [paths.ownProfiles()],
};
const conflicts: NavItem = {
  label: 'Device conflicts',
  href: paths.askedReleases(),
  icon: 'scale',
  within: [paths.askedReleases()],
};
const people: NavItem = {
  label: 'People',
  href: paths.people(paths.admin()),
  icon: 'person',
  within: [paths.people(paths.admin()), paths.directory(paths.admin())],
};
const activity: NavItem = { label: 'Activity', href: paths.activity(paths.admin()), icon: 'history' };

const items = (actor: UserActor): NavItem[] => [
  { label: 'Overview', href: paths.admin(), icon: 'dashboard' },
  {
    label: 'Partner relationships',
    href: paths.relationships(),
    icon: 'handshake',
    within: [paths.relationships(), paths.receipts(), paths.partnerInvitation()],
  },
  ...(allows(actor, 'own_devices:read') ? [devices] : []),
  ...(allows(actor, 'profiles:read') ? [profiles] : []),
  ...(allows(actor, 'conflicts:read') ? [conflicts] : []),
  // A partner's people are at home in the Partner Center.
  ...(actor.tenant.kind === 'customer' && allows(actor, 'members:manage') ? [people] : []),
  ...(allows(actor, 'activity:read') ? [activity] : []),
];

export const metadata = { title: { default: 'Overview', template: '%s · Admin Center · Countersign' } };

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <PlaceShell place="Admin Center" items={items} guests>
      {children}
    </PlaceShell>
  );
}
