import type { ReactNode } from 'react';
import { PlaceShell } from '@/app/place-shell';
import type { NavItem } from '@/components/shell/shell';
import { paths } from '@/lib/paths';

const items = (): NavItem[] => [
  { label: 'Overview', href: paths.support(), icon: 'dashboard' },
  {
    label: 'Search',
    href: paths.supportSearch(),
    icon: 'search',
    within: [paths.supportTenants(), paths.supportDevices(), paths.supportRequests(), paths.supportUploads()],
  },
  { label: 'Removal requests', href: paths.removals(), icon: 'handshake', within: [paths.removals()] },
  { label: 'OEM links', href: paths.oemLinks(), icon: 'key', within: [paths.oemLinks()] },
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
