import { SearchX } from 'lucide-react';
import { DeviceBox } from '@/components/devices/device-box';
import { Identifier } from '@/components/devices/identifier';
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
  profile: { name: string } | null;
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
  /** Each row has a box with the device's id, for `DeviceSelection`. */
  selectable: boolean;
  /** A manufacturer's devices have no profile that it could see. */
  profiled?: boolean;
}

function Identity({ device, selectable }: { device: Device; selectable: boolean }) {
  const serial = (
    <TextLink href={paths.device(device.id)}>
      <Identifier value={device.serial ?? 'Not given'} />
    </TextLink>
  );
  if (!selectable) return serial;
  return <DeviceBox device={device}>{serial}</DeviceBox>;
}

export function DeviceTable({ devices, selectable, profiled = true }: DeviceTableProps) {
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
        {
          key: 'productKey',
          header: 'Product key',
          cell: ({ productKey }) => (productKey ? <Identifier value={productKey} /> : absent),
        },
        {
          key: 'make',
          header: 'Make',
          cell: ({ manufacturer, model }) => `${manufacturer} ${model}`.trim() || absent,
        },
        { key: 'groupTag', header: 'Group tag', cell: ({ groupTag }) => groupTag ?? absent },
        { key: 'batch', header: 'Batch', cell: ({ batch }) => batch },
        ...(profiled
          ? [{ key: 'profile', header: 'Profile', cell: ({ profile }: Device) => profile?.name ?? absent }]
          : []),
        { key: 'registered', header: 'Registered', cell: ({ registeredAt }) => <RelativeTime at={registeredAt} /> },
      ]}
      empty={
        <EmptyState icon={SearchX} title="No device found">
          Nothing registered here matches. Serial numbers, product keys and names of batches are found by their
          beginning; order numbers and group tags as a whole.
        </EmptyState>
      }
    />
  );
}
