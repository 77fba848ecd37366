import { HardDrive } from 'lucide-react';
import Link from 'next/link';
import { load } from '@/app/load';
import { pageNumber } from '@/app/page-number';
import { RepairedNote } from '@/components/devices/repaired-note';
import { UploadTable } from '@/components/devices/upload-table';
import { LivePage } from '@/components/live/live-page';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchForm } from '@/components/ui/search-form';
import { TextLink } from '@/components/ui/text-link';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { listBatches } from '@/lib/batches/queries';
import { listDevices } from '@/lib/devices/queries';
import { findRepaired } from '@/lib/devices/repaired-queries';
import { listUploads } from '@/lib/devices/upload-queries';
import { paths } from '@/lib/paths';
import { profileChoices } from '@/lib/profiles/queries';
import { BatchBar } from './batch-bar';
import { DeviceSelection } from './device-selection';
import { DeviceTable } from './device-table';

export const metadata = { title: 'Devices' };

interface DevicesPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ q?: string; batch?: string; page?: string; uploads?: string }>;
}

export default async function DevicesPage({ params, searchParams }: DevicesPageProps) {
  const { id } = await params;
  const asked = await searchParams;
  const search = typeof asked.q === 'string' ? asked.q.trim().slice(0, 200) : '';
  const page = pageNumber(asked.page);
  const uploadsPage = pageNumber(asked.uploads);
  const batch = typeof asked.batch === 'string' ? asked.batch : undefined;
  const here = paths.customerDevices(id, { q: search, batch, page: asked.page, uploads: asked.uploads });
  const devices = await load(listDevices, { customerId: id, search, batchId: batch, page, pageSize }, here);
  const uploads = await load(listUploads, { customerId: id, page: uploadsPage, pageSize: uploadsPerPage }, here);
  const repaired = await load(findRepaired, { search, customerId: id }, here);
  const actor = await currentActor();
  const mayRegister = allows(actor, 'devices:register');
  const offer = allows(actor, 'profiles:apply') ? await load(profileChoices, { customerId: id }, here) : null;
  const profiles = offer?.choices ?? null;
  const [shown] = batch ? (await load(listBatches, { customerId: id, batchId: batch }, here)).batches : [];
  const none = devices.total === 0 && search === '' && !batch;
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
            Upload a CSV file and every device in it is registered for {devices.customer.name}.
          </EmptyState>
        ) : (
          <Card>
            <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
              <SearchForm
                label="Search by serial number or product key"
                value={search}
                action={paths.customerDevices(id)}
                hidden={batch ? { batch } : {}}
              />
              {devices.total > 0 && (
                <a
                  href={paths.customerDevicesCsv(id, { q: search, batch })}
                  download
                  className={buttonClass({ variant: 'secondary' })}
                >
                  <Icon name="download" />
                  Export CSV
                </a>
              )}
            </div>
            {batch && (
              <p className="mb-3 flex flex-wrap items-center gap-x-2">
                Only devices of one batch{devices.items[0] && `, “${devices.items[0].batch}”`}.
                <TextLink href={paths.customerDevices(id)}>Show all devices</TextLink>
              </p>
            )}
            <RepairedNote devices={repaired} />
            {shown && devices.total > 0 && (
              <div className="mb-4 border-y border-line py-3">
                <BatchBar customerId={id} batch={shown} profiles={profiles} />
              </div>
            )}
            {mayRegister ? (
              <DeviceSelection customerId={id} customerName={devices.customer.name} profiles={profiles}>
                <DeviceTable devices={devices.items} search={search} selectable />
              </DeviceSelection>
            ) : (
              <DeviceTable devices={devices.items} search={search} selectable={false} />
            )}
            {devices.more && (
              <p className="mt-3 text-sm text-muted">
                More than {devices.total.toLocaleString('en')} devices begin so; these are the first that were found.
                Search for more characters to see the others.
              </p>
            )}
            <Pagination
              label="Pages of devices"
              page={page}
              pageSize={pageSize}
              total={devices.total}
              href={(to) => paths.customerDevices(id, { q: search, batch, page: String(to), uploads: asked.uploads })}
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
              href={(to) => paths.customerDevices(id, { q: search, batch, page: asked.page, uploads: String(to) })}
            />
          </Card>
        )}
      </div>
    </>
  );
}

const pageSize = 25;
const uploadsPerPage = 10;
