import Link from 'next/link';
import { load } from '@/app/load';
import { DeviceHistory } from '@/components/devices/device-history';
import { LivePage } from '@/components/live/live-page';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { conflictsOfDevice } from '@/lib/conflicts/queries';
import { readDevice } from '@/lib/devices/device-queries';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Device' };

export default async function DevicePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const device = await load(readDevice, { deviceId: id }, paths.device(id));
  const { serial, productKey, manufacturer, model, customerId, customerName } = device;
  const asked = await load(conflictsOfDevice, { deviceId: id }, paths.device(id));
  const actor = await currentActor();
  const mayRepair = allows(actor, 'devices:register');
  const absent = <span className="text-muted">None</span>;
  return (
    <>
      <LivePage topics={['uploads', 'conflicts']} name="Device" />
      <PageHeader
        title={serial ?? productKey ?? 'Device'}
        action={
          mayRepair && (
            <Link href={paths.repairDevice(id)} className={buttonClass({ variant: 'secondary' })}>
              Replace hardware
            </Link>
          )
        }
        description={`${manufacturer} ${model}`.trim() || undefined}
        breadcrumb={[
          { label: 'Customers', href: paths.customers() },
          { label: customerName, href: paths.customer(customerId) },
          { label: 'Devices', href: paths.customerDevices(customerId) },
        ]}
      />
      {asked.map((conflict) => (
        <div key={conflict.id} className="mb-6">
          <Alert tone="warning">
            Another organization asks you to release this device.{' '}
            <TextLink href={paths.conflict(conflict.id)}>See the request</TextLink>
          </Alert>
        </div>
      ))}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title="Registered now">
          <DefinitionList
            items={[
              { term: 'Customer', description: <TextLink href={paths.customer(customerId)}>{customerName}</TextLink> },
              { term: 'Serial number', description: serial ?? absent },
              { term: 'Manufacturer', description: manufacturer || absent },
              { term: 'Model', description: model || absent },
              { term: 'Product key', description: productKey ?? absent },
              { term: 'Hardware hash', description: device.hasHash ? 'On file' : absent },
              {
                term: 'Batch',
                description: (
                  <TextLink href={paths.customerDevices(customerId, { batch: device.batchId })}>
                    {device.batch}
                  </TextLink>
                ),
              },
              ...(actor?.tenant.partnerType === 'oem'
                ? []
                : [{ term: 'Profile', description: device.profile?.name ?? absent }]),
              { term: 'Group tag', description: device.groupTag ?? absent },
              { term: 'Order number', description: device.orderNumber ?? absent },
              { term: 'Assigned user', description: device.assignedUser ?? absent },
              { term: 'Registered', description: <RelativeTime at={device.registeredAt} /> },
            ]}
          />
        </Card>
        <Card title="History">
          <DeviceHistory device={device} uploadHref={device.ownUpload ? paths.upload(device.uploadId) : null} />
        </Card>
      </div>
    </>
  );
}
