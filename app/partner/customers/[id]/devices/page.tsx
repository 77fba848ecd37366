import { HardDrive } from 'lucide-react';
import Link from 'next/link';
import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { pageNumber } from '@/app/page-number';
import { RepairedNote } from '@/components/devices/repaired-note';
import { UploadTable } from '@/components/devices/upload-table';
import { LivePage } from '@/components/live/live-page';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { listBatches } from '@/lib/batches/queries';
import { listDevices } from '@/lib/devices/queries';
import { findRepaired } from '@/lib/devices/repaired-queries';
import { listUploads } from '@/lib/devices/upload-queries';
import { paths } from '@/lib/paths';
import { profileChoices } from '@/lib/profiles/queries';
import { BatchBar } from './batch-bar';
import { deviceAddress, filterOf } from './device-address';
import { DeviceSelection } from './device-selection';
import { DeviceTable } from './device-table';
import { DeviceToolbar } from './device-toolbar';

export const metadata = { title: 'Devices' };

interface DevicesPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
}

export default async function DevicesPage({ params, searchParams }: DevicesPageProps) {
  const { number } = await currentFormats();
  const { id } = await params;
  const asked = await searchParams;
  const address = deviceAddress(asked);
  const search = address.q;
  const narrowed = Object.values(address).some(Boolean);
  const page = pageNumber(asked.page);
  const uploadsPage = pageNumber(asked.uploads);
  const here = paths.customerDevices(id, { ...address, page: asked.page, uploads: asked.uploads });
  const devices = await load(listDevices, { ...filterOf(id, address), page, pageSize }, here);
  const uploads = await load(listUploads, { customerId: id, page: uploadsPage, pageSize: uploadsPerPage }, here);
  const repaired = await load(findRepaired, { search, customerId: id }, here);
  const actor = await currentActor();
  const isOem = actor?.tenant.partnerType === 'oem';
  const mayRegister = allows(actor, 'devices:register');
  const offer = allows(actor, 'profiles:apply') ? await load(profileChoices, { customerId: id }, here) : null;
  const profiles = offer?.choices ?? null;
  const [shown] = address.batch
    ? (await load(listBatches, { customerId: id, batchId: address.batch }, here)).batches
    : [];
  const none = devices.total === 0 && !narrowed;
  const upload = mayRegister && (
    <Link href={paths.uploadDevices(id)} className={buttonClass()}>
      Upload devices
    </Link>
  );
  return (
    <>
      <LivePage topics={['customers', 'uploads']} name="Devices" />
      <PageHeader
        title="Devices"
        description={`What your organization registered for ${devices.customer.name}.`}
        breadcrumb={[
          { label: 'Customers', href: paths.customers() },
          { label: devices.customer.name, href: paths.customer(id) },
        ]}
        action={
          none ? null : (
            <>
              <a href={paths.batches(id)} className={buttonClass({ variant: 'secondary' })}>
                Batches
              </a>
              {upload}
            </>
          )
        }
      />
      <div className="grid gap-6">
        {none ? (
          <EmptyState icon={HardDrive} title="No devices yet" action={upload}>
            {isOem
              ? `Your programs register devices for ${devices.customer.name} by API; each call is listed here as an upload.`
              : `Upload a CSV file and every device in it is registered for ${devices.customer.name}.`}
          </EmptyState>
        ) : (
          <Card>
            <DeviceToolbar customerId={id} address={address} narrowed={narrowed} exports={devices.total > 0} />
            <RepairedNote devices={repaired} />
            {shown && devices.total > 0 && (
              <div className="mb-4 border-y border-line py-3">
                <BatchBar customerId={id} batch={shown} profiles={profiles} />
              </div>
            )}
            {mayRegister ? (
              <DeviceSelection customerId={id} customerName={devices.customer.name} profiles={profiles}>
                <DeviceTable devices={devices.items} selectable />
              </DeviceSelection>
            ) : (
              <DeviceTable devices={devices.items} selectable={false} profiled={!isOem} />
            )}
            {devices.more && (
              <p className="mt-3 text-sm text-muted">
                More than {number(devices.total)} devices match; these are the first that were found. Narrow the search
                to see the others, or export them all.
              </p>
            )}
            <Pagination
              label="Pages of devices"
              page={page}
              pageSize={pageSize}
              total={devices.total}
              href={(to) => paths.customerDevices(id, { ...address, page: String(to), uploads: asked.uploads })}
            />
          </Card>
        )}
        {uploads.total > 0 && (
          <Card title="Uploads">
            <UploadTable uploads={uploads.items} />
            <Pagination
              label="Pages of uploads"
              page={uploadsPage}
              pageSize={uploadsPerPage}
              total={uploads.total}
              href={(to) => paths.customerDevices(id, { ...address, page: asked.page, uploads: String(to) })}
            />
          </Card>
        )}
      </div>
    </>
  );
}

const pageSize = 25;
const uploadsPerPage = 10;
