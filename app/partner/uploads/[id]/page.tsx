import { Download } from 'lucide-react';
import { load } from '@/app/load';
import { pageNumber } from '@/app/page-number';
import { UploadStateBadge } from '@/components/devices/upload-state-badge';
import { LivePage } from '@/components/live/live-page';
import { buttonClass } from '@/components/ui/button';
import { Figures } from '@/components/ui/figures';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { conflictsOfRows } from '@/lib/conflicts/row-queries';
import { rowStatuses } from '@/lib/devices/row-results';
import { readUpload, readUploadPage } from '@/lib/devices/upload-queries';
import { hasEnded } from '@/lib/devices/upload-state';
import { paths } from '@/lib/paths';
import { LiveProgress } from './live-progress';
import { RowTable } from './row-table';
import { UndoNote } from './undo-note';
import { UploadActions } from './upload-actions';
import { UploadNotes } from './upload-notes';

export const metadata = { title: 'Upload' };

interface UploadPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ status?: string; page?: string }>;
}

export default async function UploadPage({ params, searchParams }: UploadPageProps) {
  const { id } = await params;
  const asked = await searchParams;
  const here = paths.upload(id, asked);
  const upload = await load(readUpload, { id }, here);
  const status = rowStatuses.find((known) => known === asked.status);
  const page = pageNumber(asked.page);
  const ended = hasEnded(upload.state);
  const actor = await currentActor();
  const mayChange = allows(actor, 'devices:register');
  const rows = ended ? await load(readUploadPage, { id, status, page, pageSize }, here) : null;
  const held = rows?.items.filter(({ code }) => code === 'other_tenant') ?? [];
  const conflicts = await load(conflictsOfRows, { uploadId: id, rows: held }, here);
  return (
    <>
      {held.length > 0 && <LivePage topics={['conflicts']} name="Upload" />}
      <PageHeader
        title="Upload"
        description={
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <UploadStateBadge state={upload.state} />
            <span className="break-all">{upload.fileName ?? 'Device file'}</span>
            <span>
              into batch {upload.batch}
              {upload.profile && `, with the profile “${upload.profile}”`}, by {upload.personName},{' '}
              <RelativeTime at={upload.createdAt} />
            </span>
          </p>
        }
        breadcrumb={[
          { label: 'Customers', href: paths.customers() },
          { label: upload.customerName, href: paths.customer(upload.customerId) },
          { label: 'Devices', href: paths.customerDevices(upload.customerId) },
        ]}
        action={
          <>
            {ended && upload.rejected > 0 && (
              <a href={paths.rejectedCsv(id)} download className={buttonClass({ variant: 'secondary' })}>
                <Download aria-hidden className="size-4" />
                Download rejected rows
              </a>
            )}
            {upload.registered > 0 && (
              <a
                href={paths.customerDevices(upload.customerId, { upload: id })}
                className={buttonClass({ variant: 'secondary' })}
              >
                Its devices
              </a>
            )}
            {mayChange && <UploadActions upload={upload} />}
          </>
        }
      />
      <div className="grid gap-6">
        <UploadNotes upload={upload} />
        {upload.undo && (
          <UndoNote undo={upload.undo} registered={upload.registered} customerName={upload.customerName} />
        )}
        {ended && (
          <Figures
            items={[
              { label: 'Rows', value: upload.doneRows },
              { label: 'Registered', value: upload.registered },
              { label: 'Unchanged', value: upload.unchanged },
              { label: 'Rejected', value: upload.rejected },
            ]}
          />
        )}
        {rows ? (
          <RowTable
            rows={rows.items}
            status={status}
            page={page}
            pageSize={pageSize}
            total={rows.total}
            href={(search) => paths.upload(id, search)}
            conflicts={conflicts}
            askHref={
              allows(actor, 'conflicts:ask') ? (row) => paths.askRelease({ upload: id, row: String(row) }) : null
            }
          />
        ) : (
          <LiveProgress id={id} total={upload.total} done={upload.doneRows} state={upload.state} />
        )}
      </div>
    </>
  );
}

const pageSize = 100;
