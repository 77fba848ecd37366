import type { ReactNode } from 'react';
import { PlaceShell } from '@/app/place-shell';
import type { NavItem } from '@/components/shell/shell';
import type { UserActor } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { paths } from '@/lib/paths';

const dashboard: NavItem = { label: 'Dashboard', href: paths.partner(), icon: 'dashboard' };
const customers: NavItem = {
  label: 'Customers',
  href: paths.customers(),
  icon: 'people',
  within: [paths.customers(), paths.uploads()],
};
const requests: NavItem = { label: 'Requests', href: paths.requests(), icon: 'send', within: [paths.requests()] };
const activity: NavItem = { label: 'Activity', href: paths.activity(paths.partner()), icon: 'history' };

const items = (actor: UserActor): NavItem[] => [
  dashboard,
  ...(allows(actor, 'customers:read') ? [customers] : []),
  ...(allows(actor, 'requests:read') ? [requests] : []),
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
