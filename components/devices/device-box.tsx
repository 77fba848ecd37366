import type { ReactNode } from 'react';

interface DeviceBoxProps {
  device: { id: string; serial: string | null; productKey: string | null };
  children: ReactNode;
}

/** What a row of a table of devices begins with where devices are chosen: a box with the device's id, for `DeviceChoice`. */
export const DeviceBox = ({ device: { id, serial, productKey }, children }: DeviceBoxProps) => (
  <span className="flex items-center gap-3">
    <input
      type="checkbox"
      name="device"
      value={id}
      aria-label={`Choose ${serial ?? productKey ?? 'device without serial number'}`}
      className="size-5 shrink-0"
    />
    {children}
  </span>
);
