import { load } from '@/app/load';
import { DeviceEvent } from '@/components/devices/device-event';
import { LivePage } from '@/components/live/live-page';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { changeWords } from '@/lib/devices/change-words';
import { readOwnDevice } from '@/lib/devices/own-queries';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Device' };

/** One device of an organization: who registered it, by which profile it is set up, and how that came about. */
export default async function DevicePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const device = await load(readOwnDevice, { deviceId: id }, paths.ownDevice(id));
  const { serial, productKey, manufacturer, model, profile, partnerProfile, registrarName, registeredAt } = device;
  const absent = <span className="text-muted">None</span>;
  const overruled = profile?.source === 'intune' && partnerProfile;
  return (
    <>
      <LivePage topics={['profiles']} name="Device" />
      <PageHeader
        title={serial ?? productKey ?? 'Device'}
        description={`${manufacturer} ${model}`.trim() || undefined}
        breadcrumb={[{ label: 'Devices', href: paths.ownDevices() }]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title="Registered now">
          <DefinitionList
            items={[
              { term: 'Serial number', description: serial ?? absent },
              { term: 'Manufacturer', description: manufacturer || absent },
              { term: 'Model', description: model || absent },
              { term: 'Product key', description: productKey ?? absent },
              { term: 'Profile', description: profile?.name ?? absent },
              ...(overruled
                ? [{ term: 'Profile of a partner', description: `${partnerProfile.name}; yours goes before it` }]
                : []),
              { term: 'Registered by', description: registrarName },
              { term: 'Registered', description: <RelativeTime at={registeredAt} /> },
            ]}
          />
        </Card>
        <Card title="History">
          <ol className="grid gap-4">
            <DeviceEvent at={registeredAt}>
              {registrarName} registered it
              {device.uploadProfile && `, with the profile “${device.uploadProfile}”`}
            </DeviceEvent>
            {device.changes.map((change) => (
              <DeviceEvent key={change.id} at={change.at}>
                {change.by} {changeWords(change)}
              </DeviceEvent>
            ))}
          </ol>
        </Card>
      </div>
    </>
  );
}
