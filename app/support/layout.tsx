import type { ReactNode } from 'react';
import { PlaceShell } from '@/app/place-shell';
import type { NavItem } from '@/components/shell/shell';
import type { UserActor } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { paths } from '@/lib/paths';

const people: NavItem = {
  label: 'People',
  href: paths.people(paths.support()),
  icon: 'person',
  within: [paths.people(paths.support()), paths.directory(paths.support())],
};

const items = (actor: UserActor): NavItem[] => [
  { label: 'Overview', href: paths.support(), icon: 'dashboard' },
  {
    label: 'Search',
    href: paths.supportSearch(),
    icon: 'search',
    within: [paths.supportTenants(), paths.supportDevices(), paths.supportRequests(), paths.supportUploads()],
  },
  { label: 'Removal requests', href: paths.removals(), icon: 'handshake', within: [paths.removals()] },
  {
    label: 'Applications',
    href: paths.partnerApplications(),
    icon: 'key',
    within: [paths.partnerApplications(), paths.nameChanges(), paths.oemLinks()],
  },
  {
    label: 'Device conflicts',
    href: paths.supportConflicts(),
    icon: 'scale',
    within: [paths.supportConflicts()],
  },
  {
    label: 'Suspensions',
    href: paths.suspensions(),
    icon: 'pause',
    within: [paths.suspensions()],
  },
  {
    label: 'Surface devices',
    href: paths.surfaceRegistrations(),
    icon: 'laptop',
    within: [paths.surfaceRegistrations()],
  },
  ...(allows(actor, 'members:manage') ? [people] : []),
  { label: 'Activity', href: paths.activity(paths.support()), icon: 'history' },
];

export const metadata = { title: { default: 'Overview', template: '%s · Support · Countersign' } };

export default function SupportLayout({ children }: { children: ReactNode }) {
  return (
    <PlaceShell place="Support" items={items}>
      {children}
    </PlaceShell>
  );
}
