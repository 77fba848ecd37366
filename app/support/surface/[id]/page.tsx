import { load } from '@/app/load';
import { pageNumber } from '@/app/page-number';
import { UploadStateBadge } from '@/components/devices/upload-state-badge';
import { LivePage } from '@/components/live/live-page';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { Figures } from '@/components/ui/figures';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { hasEnded } from '@/lib/devices/upload-state';
import { paths } from '@/lib/paths';
import { getSurface } from '@/lib/support/surface-queries';
import { SurfaceFacts } from './surface-facts';
import { SurfaceRows } from './surface-rows';
import { TakeBack } from './take-back';

export const metadata = { title: 'Surface registration' };

const rowsPerPage = 100;

interface SurfacePageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ page?: string }>;
}

/** One registration of a customer's Surface devices: who asked, what became of each, and how to take it back. */
export default async function SurfaceRegistrationPage({ params, searchParams }: SurfacePageProps) {
  const { id } = await params;
  const page = pageNumber((await searchParams).page);
  const surface = await load(getSurface, { id }, paths.surfaceRegistration(id));
  const { customerName, rows, state, undoneAt, undoneBy, takenBackFor } = surface;
  const mayTakeBack = hasEnded(state) && surface.registered > 0 && !undoneAt;
  return (
    <>
      <LivePage topics={['surface']} name="Surface registration" />
      <PageHeader
        title="Surface registration"
        breadcrumb={[{ label: 'Surface devices', href: paths.surfaceRegistrations() }]}
        description={
          <p className="flex flex-wrap items-center gap-2">
            <UploadStateBadge state={state} />
            <span>
              {surface.model} for {customerName}
            </span>
          </p>
        }
        action={mayTakeBack && <TakeBack id={id} customerName={customerName} />}
      />
      <div className="grid gap-6">
        {undoneAt && (
          <Alert tone="info" title={`Taken back by ${undoneBy}`}>
            <q>{takenBackFor}</q>{' '}
            {surface.undoFinishedAt
              ? `${surface.deregistered ?? 0} of its devices were deregistered.`
              : 'Its devices are being deregistered.'}
          </Alert>
        )}
        <Figures
          items={[
            { label: 'Serial numbers', value: surface.total },
            { label: 'Registered', value: surface.registered },
            { label: 'Unchanged', value: surface.unchanged },
            { label: 'Rejected', value: surface.rejected },
          ]}
        />
        <Card title="What was asked">
          <SurfaceFacts surface={surface} />
        </Card>
        {rows.length > 0 && (
          <Card title="Results">
            <SurfaceRows rows={rows.slice((page - 1) * rowsPerPage, page * rowsPerPage)} />
            <Pagination
              page={page}
              pageSize={rowsPerPage}
              total={rows.length}
              href={(to) => `${paths.surfaceRegistration(id)}?page=${to}`}
            />
          </Card>
        )}
      </div>
    </>
  );
}
