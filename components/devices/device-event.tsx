import type { ReactNode } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';

/** One thing that became of a device, in a list of them. */
export function DeviceEvent({ at, children }: { at: Date; children: ReactNode }) {
  return (
    <li className="border-l-2 border-line-strong pl-3">
      <div>{children}</div>
      <p className="text-sm text-muted">
        <RelativeTime at={at} />
      </p>
    </li>
  );
}
