import { Layers } from 'lucide-react';
import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { BatchProfile } from '@/components/profiles/batch-profile';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { currentActor } from '@/lib/auth/session';
import { listBatches } from '@/lib/batches/queries';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Batches' };

/** The named groups of a customer's devices. */
export default async function BatchesPage({ params }: { params: Promise<{ id: string }> }) {
  const { number } = await currentFormats();
  const { id } = await params;
  const { customer, batches } = await load(listBatches, { customerId: id }, paths.batches(id));
  const isOem = (await currentActor())?.tenant.partnerType === 'oem';
  return (
    <>
      <LivePage topics={['uploads']} name="Batches" />
      <PageHeader
        title="Batches"
        description={`How the devices of ${customer.name} are grouped, and how many of each are registered now.`}
        breadcrumb={[
          { label: 'Customers', href: paths.customers() },
          { label: customer.name, href: paths.customer(id) },
          { label: 'Devices', href: paths.customerDevices(id) },
        ]}
      />
      <DataTable
        caption="Batches, newest first"
        rows={batches}
        rowKey={(batch) => batch.id}
        columns={[
          {
            key: 'name',
            header: 'Batch',
            cell: (batch) => <TextLink href={paths.customerDevices(id, { batch: batch.id })}>{batch.name}</TextLink>,
          },
          {
            key: 'devices',
            header: 'Devices registered',
            align: 'right',
            cell: ({ devices }) => number(devices),
          },
          ...(isOem
            ? []
            : [
                {
                  key: 'profile',
                  header: 'Profile',
                  cell: (batch: (typeof batches)[number]) => <BatchProfile batch={batch} />,
                },
              ]),
          { key: 'made', header: 'Made', cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
          { key: 'person', header: 'Made by', cell: ({ personName }) => personName },
        ]}
        empty={
          <EmptyState icon={Layers} title="No batches yet">
            A batch is made by an upload, or by moving devices into it.
          </EmptyState>
        }
      />
    </>
  );
}
