import { Handshake, LayoutDashboard } from 'lucide-react';
import type { ReactNode } from 'react';
import { PlaceShell } from '@/app/place-shell';
import { paths } from '@/lib/paths';

const items = () => [
  { label: 'Overview', href: paths.admin(), icon: LayoutDashboard },
  {
    label: 'Partner relationships',
    href: paths.relationships(),
    icon: Handshake,
    within: [paths.relationships(), paths.partnerInvitation()],
  },
];

export const metadata = { title: { default: 'Overview', template: '%s · Admin Center · Countersign' } };

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <PlaceShell place="Admin Center" items={items} guests>
      {children}
    </PlaceShell>
  );
}
