import { HardDrive, SearchX } from 'lucide-react';
import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { pageNumber } from '@/app/page-number';
import { DeviceBox } from '@/components/devices/device-box';
import { Identifier } from '@/components/devices/identifier';
import { LivePage } from '@/components/live/live-page';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { SearchForm } from '@/components/ui/search-form';
import { TextLink } from '@/components/ui/text-link';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { listOwnDevices } from '@/lib/devices/own-queries';
import { paths } from '@/lib/paths';
import { profileChoices } from '@/lib/profiles/queries';
import { OwnSelection } from './own-selection';

export const metadata = { title: 'Devices' };

const pageSize = 25;

interface DevicesPageProps {
  searchParams: Promise<{ q?: string | string[]; page?: string }>;
}

/** All devices that are registered for an organization, whoever registered them. */
export default async function DevicesPage({ searchParams }: DevicesPageProps) {
  const { number } = await currentFormats();
  const asked = await searchParams;
  const search = typeof asked.q === 'string' ? asked.q.trim().slice(0, 200) : '';
  const page = pageNumber(asked.page);
  const here = paths.ownDevices({ q: search, page: asked.page });
  const { items, total, more } = await load(listOwnDevices, { search, page, pageSize }, here);
  const actor = await currentActor();
  const customerId = actor?.tenant.id ?? '';
  const selectable = allows(actor, 'profiles:apply') && total > 0;
  const { choices } = selectable ? await load(profileChoices, { customerId }, here) : { choices: [] };
  const absent = <span className="text-muted">None</span>;
  const linked = ({ id, serial }: (typeof items)[number]) => (
    <TextLink href={paths.ownDevice(id)}>
      <Identifier value={serial ?? 'Not given'} />
    </TextLink>
  );
  const table = (
    <DataTable
      caption="Registered devices, newest first"
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'serial',
          header: 'Serial number',
          cell: (device) => (selectable ? <DeviceBox device={device}>{linked(device)}</DeviceBox> : linked(device)),
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
        {
          key: 'profile',
          header: 'Profile',
          cell: ({ profile }) =>
            profile ? (
              <>
                {profile.name}
                <span className="block text-sm text-muted">
                  {profile.source === 'intune' ? 'Yours' : 'A partner’s'}
                </span>
              </>
            ) : (
              absent
            ),
        },
        { key: 'registrar', header: 'Registered by', cell: ({ registrarName }) => registrarName },
        { key: 'registered', header: 'Registered', cell: ({ registeredAt }) => <RelativeTime at={registeredAt} /> },
      ]}
      empty={
        search === '' ? (
          <EmptyState icon={HardDrive} title="No devices yet">
            Devices that your partners register for you appear here.
          </EmptyState>
        ) : (
          <EmptyState icon={SearchX} title="No device found">
            No serial number or product key begins with “{search}”. Check the spelling, or search for the first
            characters only.
          </EmptyState>
        )
      }
    />
  );
  return (
    <>
      <LivePage topics={['profiles', 'relationships']} name="Devices" />
      <PageHeader
        title="Devices"
        description="Every device that is registered for your organization, and the profile it is set up by."
      />
      <Card>
        <div className="mb-4">
          <SearchForm label="Search by serial number or product key" value={search} action={paths.ownDevices()} />
        </div>
        {selectable ? (
          <OwnSelection customerId={customerId} profiles={choices}>
            {table}
          </OwnSelection>
        ) : (
          table
        )}
        {more && (
          <p className="mt-3 text-sm text-muted">
            More than {number(total)} devices begin so; these are the first that were found.
          </p>
        )}
        <Pagination
          page={page}
          pageSize={pageSize}
          total={total}
          href={(to) => paths.ownDevices({ q: search, page: to > 1 ? String(to) : undefined })}
        />
      </Card>
    </>
  );
}
