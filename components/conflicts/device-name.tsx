import type { DeviceFacts } from '@/lib/conflicts/device-facts';
import { deviceLabel, makeOf } from '@/lib/conflicts/names';

/** A device in a row of a list: what it is called, and under it what it is. */
export const DeviceName = ({ device, href }: { device: DeviceFacts; href: string }) => (
  <span className="grid gap-0.5 break-words md:min-w-44">
    <a href={href} className="link">
      {deviceLabel(device)}
    </a>
    {makeOf(device) && <span className="text-sm font-normal text-muted">{makeOf(device)}</span>}
  </span>
);
