import { Laptop } from 'lucide-react';
import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { UploadStateBadge } from '@/components/devices/upload-state-badge';
import { LivePage } from '@/components/live/live-page';
import { buttonClass } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { listSurface, surfacePerPage } from '@/lib/support/surface-queries';

export const metadata = { title: 'Surface devices' };

interface SurfacePageProps {
  searchParams: Promise<{ page?: string | string[] }>;
}

/** What support registered for customers that asked it to, the latest first. */
export default async function SurfacePage({ searchParams }: SurfacePageProps) {
  const { number } = await currentFormats();
  const { page: asked } = await searchParams;
  const { rows, total, page } = await load(listSurface, { page: asked }, paths.surfaceRegistrations());
  return (
    <>
      <LivePage topics={['surface']} name="Surface devices" />
      <PageHeader
        title="Surface devices"
        description="A customer asks support to register its Surface devices, with a proof of purchase."
        action={
          <a href={paths.newSurfaceRegistration()} className={buttonClass()}>
            Register Surface devices
          </a>
        }
      />
      <DataTable
        caption="Registered for customers, the latest first"
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={Laptop} title="Nothing registered yet">
            When an administrator of a customer asks for it and sends a proof of purchase, register its Surface devices
            here.
          </EmptyState>
        }
        columns={[
          {
            key: 'customer',
            header: 'Customer',
            cell: ({ id, customerName }) => <TextLink href={paths.surfaceRegistration(id)}>{customerName}</TextLink>,
          },
          { key: 'model', header: 'Model', cell: ({ model }) => model },
          { key: 'state', header: 'State', cell: ({ state }) => <UploadStateBadge state={state} /> },
          {
            key: 'devices',
            header: 'Registered',
            cell: ({ registered, total: asked }) => `${number(registered)} of ${number(asked)}`,
          },
          {
            key: 'at',
            header: 'When',
            cell: ({ createdAt, by }) => (
              <>
                <RelativeTime at={createdAt} />
                <span className="block text-sm text-muted">by {by}</span>
              </>
            ),
          },
        ]}
      />
      <Pagination
        page={page}
        pageSize={surfacePerPage}
        total={total}
        href={(to) => paths.surfaceRegistrations({ page: to > 1 ? String(to) : undefined })}
      />
    </>
  );
}
