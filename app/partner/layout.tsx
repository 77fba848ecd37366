import { LayoutDashboard, Send, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { PlaceShell } from '@/app/place-shell';
import type { UserActor } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { paths } from '@/lib/paths';

const items = (actor: UserActor) => [
  { label: 'Dashboard', href: paths.partner(), icon: LayoutDashboard },
  ...(allows(actor, 'customers:read')
    ? [{ label: 'Customers', href: paths.customers(), icon: Users, within: [paths.customers(), paths.uploads()] }]
    : []),
  ...(allows(actor, 'requests:read')
    ? [{ label: 'Requests', href: paths.requests(), icon: Send, within: [paths.requests()] }]
    : []),
];

export const metadata = { title: { default: 'Dashboard', template: '%s · Partner Center · Countersign' } };

export default function PartnerLayout({ children }: { children: ReactNode }) {
  return (
    <PlaceShell place="Partner Center" items={items}>
      {children}
    </PlaceShell>
  );
}
