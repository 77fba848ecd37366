import { load } from '@/app/load';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { repairTarget } from '@/lib/devices/device-queries';
import { paths } from '@/lib/paths';
import { RepairForm } from './repair-form';

export const metadata = { title: 'Replace hardware' };

export default async function RepairPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const device = await load(repairTarget, { deviceId: id }, paths.repairDevice(id));
  const { serial, manufacturer, model, productKey, hasHash, customerId, customerName } = device;
  const absent = <span className="text-muted">None</span>;
  return (
    <>
      <PageHeader
        title="Replace hardware"
        description="For a device that came back from repair with another board. It stays the same device, with its batch, its group tag and its history."
        breadcrumb={[
          { label: customerName, href: paths.customer(customerId) },
          { label: 'Devices', href: paths.customerDevices(customerId) },
          { label: serial ?? productKey ?? 'Device', href: paths.device(id) },
        ]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <RepairForm
          customerId={customerId}
          deviceId={id}
          first={{ serial: serial ?? '', manufacturer, model, productKey: productKey ?? '' }}
        />
        <Card title="Registered now">
          <DefinitionList
            items={[
              { term: 'Serial number', description: serial ?? absent },
              { term: 'Manufacturer', description: manufacturer || absent },
              { term: 'Model', description: model || absent },
              { term: 'Product key', description: productKey ?? absent },
              { term: 'Hardware hash', description: hasHash ? 'On file' : absent },
            ]}
          />
          <p className="mt-4 text-muted">
            These identifiers stay in the history. A file that names them is told that the device was repaired, and
            another customer can register the old board.
          </p>
        </Card>
      </div>
    </>
  );
}
