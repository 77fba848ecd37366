import { SearchX } from 'lucide-react';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';

interface Device {
  id: string;
  serial: string | null;
  productKey: string | null;
  manufacturer: string;
  model: string;
  groupTag: string | null;
  batch: string;
  registeredAt: Date;
}

const absent = (
  <span className="text-muted">
    <span aria-hidden>–</span>
    <span className="sr-only">None</span>
  </span>
);

interface DeviceTableProps {
  devices: Device[];
  search: string;
  /** Each row has a box with the device's id, for `DeviceSelection`. */
  selectable: boolean;
}

const nameOf = ({ serial, productKey }: Device) => serial ?? productKey ?? 'device without serial number';

function Identity({ device, selectable }: { device: Device; selectable: boolean }) {
  const serial = <TextLink href={paths.device(device.id)}>{device.serial ?? 'Not given'}</TextLink>;
  if (!selectable) return serial;
  return (
    <span className="flex items-center gap-3">
      <input
        type="checkbox"
        name="device"
        value={device.id}
        aria-label={`Choose ${nameOf(device)}`}
        className="size-5 shrink-0"
      />
      {serial}
    </span>
  );
}

export function DeviceTable({ devices, search, selectable }: DeviceTableProps) {
  return (
    <DataTable
      caption="Registered devices, newest first"
      rows={devices}
      rowKey={(device) => device.id}
      columns={[
        {
          key: 'serial',
          header: 'Serial number',
          cell: (device) => <Identity device={device} selectable={selectable} />,
        },
        { key: 'productKey', header: 'Product key', cell: ({ productKey }) => productKey ?? absent },
        { key: 'manufacturer', header: 'Manufacturer', cell: ({ manufacturer }) => manufacturer || absent },
        { key: 'model', header: 'Model', cell: ({ model }) => model || absent },
        { key: 'groupTag', header: 'Group tag', cell: ({ groupTag }) => groupTag ?? absent },
        { key: 'batch', header: 'Batch', cell: ({ batch }) => batch },
        { key: 'registered', header: 'Registered', cell: ({ registeredAt }) => <RelativeTime at={registeredAt} /> },
      ]}
      empty={
        <EmptyState icon={SearchX} title="No device found">
          No serial number or product key begins with “{search}”. Check the spelling, or search for the first characters
          only.
        </EmptyState>
      }
    />
  );
}
