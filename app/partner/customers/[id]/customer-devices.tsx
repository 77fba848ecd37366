import type { ComponentProps, ReactNode } from 'react';
import { useFormats } from '#formats';
import { UploadTable } from '@/components/devices/upload-table';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';

interface CustomerDevicesProps {
  customer: { id: string; name: string };
  /** Absent where the role does not include devices. */
  devices: number | undefined;
  uploads: ComponentProps<typeof UploadTable>['uploads'] | undefined;
  /** The viewer's organization registers by API alone. */
  byApi: boolean;
  /** Stands below the number of devices. */
  children?: ReactNode;
}

/** How many devices the viewer's organization registered for the customer, and its latest uploads. */
export function CustomerDevices({
  customer: { id, name },
  devices,
  uploads = [],
  byApi,
  children,
}: CustomerDevicesProps) {
  const { number } = useFormats();
  if (devices === undefined) {
    return (
      <Card title="Devices">
        <p className="text-muted">
          Your role does not include devices. An admin agent or a sales agent of your organization sees and registers
          them.
        </p>
      </Card>
    );
  }
  return (
    <>
      <div className="grid content-start gap-6">
        <Card title="Devices" action={<TextLink href={paths.customerDevices(id)}>See devices</TextLink>}>
          <p className="text-2xl font-semibold tabular-nums">{number(devices)}</p>
          <p className="text-muted">
            {devices === 0
              ? `Nothing is registered for ${name} yet. ${byApi ? 'Your programs register devices by API.' : 'Upload a device file to begin.'}`
              : `registered by your organization for ${name}`}
          </p>
        </Card>
        {children}
      </div>
      {uploads.length > 0 && (
        <section className="min-w-0 lg:col-span-2">
          <h2 className="mb-2 text-lg">Latest uploads</h2>
          <UploadTable uploads={uploads} />
        </section>
      )}
    </>
  );
}
