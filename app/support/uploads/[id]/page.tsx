import { load } from '@/app/load';
import { pageNumber } from '@/app/page-number';
import { UploadStateBadge } from '@/components/devices/upload-state-badge';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { Figures } from '@/components/ui/figures';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { paths } from '@/lib/paths';
import { getSupportedUpload, rejectedPerPage } from '@/lib/support/upload-queries';
import { EventsCard } from '../../events-card';
import { RejectedRows } from './rejected-rows';
import { UploadFacts } from './upload-facts';

export const metadata = { title: 'Upload' };

interface UploadPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ page?: string }>;
}

/** What one upload did, whoever's: its counts and what went wrong, and not its file. */
export default async function UploadPage({ params, searchParams }: UploadPageProps) {
  const { id } = await params;
  const page = pageNumber((await searchParams).page);
  const href = (to: number) => paths.supportUpload(id, { page: to > 1 ? String(to) : undefined });
  const upload = await load(getSupportedUpload, { id, page }, href(page));
  const { fileName, partner, failure, state, rejectedRows } = upload;
  return (
    <>
      <PageHeader
        title={fileName ?? (upload.byClient ? 'Upload of an API client' : 'Device file')}
        breadcrumb={[
          { label: 'Search', href: paths.supportSearch() },
          { label: partner.name, href: paths.supportTenant(partner.id) },
        ]}
        description={<UploadStateBadge state={state} />}
      />
      <div className="grid gap-6">
        {failure && (
          <Alert tone="danger" title={`It failed: ${failure.code}`}>
            {failure.message}
          </Alert>
        )}
        <Figures
          items={[
            { label: 'Rows', value: upload.doneRows },
            { label: 'Registered', value: upload.registered },
            { label: 'Unchanged', value: upload.unchanged },
            { label: 'Rejected', value: upload.rejected },
          ]}
        />
        <UploadFacts upload={upload} />
        {rejectedRows.total > 0 && (
          <Card title="Rejected rows">
            <RejectedRows rows={rejectedRows.items} />
            <Pagination page={page} pageSize={rejectedPerPage} total={rejectedRows.total} href={href} />
          </Card>
        )}
        <EventsCard id={id} here={paths.supportUpload(id)} />
      </div>
    </>
  );
}
