import { LayoutDashboard } from 'lucide-react';
import type { ReactNode } from 'react';
import { PlaceShell } from '@/app/place-shell';
import { paths } from '@/lib/paths';

const items = () => [{ label: 'Overview', href: paths.support(), icon: LayoutDashboard }];

export const metadata = { title: { default: 'Overview', template: '%s · Support · Countersign' } };

export default function SupportLayout({ children }: { children: ReactNode }) {
  return (
    <PlaceShell place="Support" items={items}>
      {children}
    </PlaceShell>
  );
}
