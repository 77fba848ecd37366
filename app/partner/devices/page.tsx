import { HardDrive, SearchX } from 'lucide-react';
import { load } from '@/app/load';
import { Identifier } from '@/components/devices/identifier';
import { RepairedNote } from '@/components/devices/repaired-note';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { SearchForm } from '@/components/ui/search-form';
import { TextLink } from '@/components/ui/text-link';
import { shortestSearch } from '@/lib/devices/device-search';
import { findDevices, foundAtMost } from '@/lib/devices/queries';
import { findRepaired } from '@/lib/devices/repaired-queries';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Devices' };

interface DevicesPageProps {
  searchParams: Promise<{ q?: string | string[] }>;
}

const begin = `Type at least the first ${shortestSearch} characters of a serial number, a product key or the name of a batch, or an order number or group tag.`;

/** Finds a device without knowing whose it is: the devices of all customers in reach. */
export default async function DevicesPage({ searchParams }: DevicesPageProps) {
  const { q } = await searchParams;
  const search = typeof q === 'string' ? q.trim().slice(0, 200) : '';
  const { items, more } = await load(findDevices, { search }, paths.devices({ q: search }));
  const repaired = await load(findRepaired, { search }, paths.devices({ q: search }));
  const empty =
    search.length < shortestSearch ? (
      <EmptyState icon={HardDrive} title={search === '' ? 'Which device?' : 'A few more characters'}>
        {begin}
      </EmptyState>
    ) : (
      <EmptyState icon={SearchX} title="No device found">
        No device of your customers matches “{search}”. Serial numbers, product keys and names of batches are found by
        their beginning; order numbers and group tags as a whole.
      </EmptyState>
    );
  return (
    <>
      <PageHeader title="Devices" description="Find a device among those of all your customers." />
      <div className="mb-4">
        <SearchForm label="Serial number, key, order, tag, batch" value={search} action={paths.devices()} />
      </div>
      <RepairedNote devices={repaired} />
      <DataTable
        caption="Devices that were found, by customer"
        rows={items}
        rowKey={(device) => device.id}
        columns={[
          {
            key: 'serial',
            header: 'Serial number',
            cell: ({ id, serial, productKey }) => (
              <TextLink href={paths.device(id)}>
                <Identifier value={serial ?? productKey ?? 'Not given'} />
              </TextLink>
            ),
          },
          {
            key: 'productKey',
            header: 'Product key',
            cell: ({ productKey }) => (productKey ? <Identifier value={productKey} /> : 'None'),
          },
          {
            key: 'make',
            header: 'Make',
            cell: ({ manufacturer, model }) => `${manufacturer} ${model}`.trim() || 'None',
          },
          {
            key: 'customer',
            header: 'Customer',
            cell: ({ customerId, customerName }) => (
              <TextLink href={paths.customer(customerId)}>{customerName}</TextLink>
            ),
          },
          { key: 'batch', header: 'Batch', cell: ({ batch }) => batch },
          { key: 'registered', header: 'Registered', cell: ({ registeredAt }) => <RelativeTime at={registeredAt} /> },
        ]}
        empty={empty}
      />
      {items.length > 0 && (
        <p className="mt-3 text-sm text-muted">
          {more
            ? `The first ${foundAtMost} of more. Search for more characters to see the others.`
            : `${items.length} in total`}
        </p>
      )}
    </>
  );
}
