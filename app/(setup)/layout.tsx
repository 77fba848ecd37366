import type { ReactNode } from 'react';
import { PublicFrame } from '@/components/shell/public-frame';
import { paths } from '@/lib/paths';

/** The one page that is open while there is no operator. */
export default function SetupLayout({ children }: { children: ReactNode }) {
  return <PublicFrame home={paths.home()}>{children}</PublicFrame>;
}
