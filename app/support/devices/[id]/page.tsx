import { load } from '@/app/load';
import { ConflictStateBadge } from '@/components/conflicts/conflict-state-badge';
import { DeviceHistory } from '@/components/devices/device-history';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { getSupportedDevice } from '@/lib/support/device-queries';
import { EventsCard } from '../../events-card';
import { DeviceFacts } from './device-facts';
import { FormerDevice } from './former-device';

export const metadata = { title: 'Device' };

/** One device, whoever's: what it is now, and all that became of it. */
export default async function DevicePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const device = await load(getSupportedDevice, { id }, paths.supportDevice(id));
  const { registered, upload, conflicts } = device;
  const name = registered?.serial ?? registered?.productKey ?? 'Device';
  return (
    <>
      <PageHeader
        title={name}
        breadcrumb={[
          { label: 'Search', href: paths.supportSearch() },
          { label: upload.customer.name, href: paths.supportTenant(upload.customer.id) },
        ]}
        description={registered ? `${registered.manufacturer} ${registered.model}`.trim() || undefined : undefined}
      />
      <div className="grid gap-6">
        {!registered && (
          <Alert tone="info" title="Not registered now">
            It was taken back, released or moved away. What is known of it are its changes and the row of its upload.
          </Alert>
        )}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <DeviceFacts device={device} />
          <Card title="History">
            {registered ? (
              <DeviceHistory
                device={{ ...registered, changes: device.changes, repairs: device.repairs }}
                uploadHref={paths.supportUpload(upload.id)}
              />
            ) : (
              <FormerDevice device={device} />
            )}
          </Card>
        </div>
        {conflicts.length > 0 && (
          <Card title="Who asked for its release">
            <ul className="grid gap-3">
              {conflicts.map((conflict) => (
                <li key={conflict.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <TextLink href={paths.supportConflict(conflict.id)}>{conflict.asker}</TextLink>
                  <ConflictStateBadge state={conflict.state} />
                  <span className="text-sm text-muted">
                    <RelativeTime at={conflict.at} />
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <EventsCard id={id} here={paths.supportDevice(id)} />
      </div>
    </>
  );
}
