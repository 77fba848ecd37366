import type { ReactNode } from 'react';
import { PlaceShell } from '@/app/place-shell';
import type { NavItem } from '@/components/shell/shell';
import type { UserActor } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { paths } from '@/lib/paths';

const conflicts: NavItem = {
  label: 'Device conflicts',
  href: paths.askedReleases(),
  icon: 'scale',
  within: [paths.askedReleases()],
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
  ...(allows(actor, 'conflicts:read') ? [conflicts] : []),
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
