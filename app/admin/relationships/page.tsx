import { Handshake } from 'lucide-react';
import { load } from '@/app/load';
import { RelationshipsTable } from '@/components/consent/relationships-table';
import { LivePage } from '@/components/live/live-page';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { listPastRelationships, pastPerPage } from '@/lib/consent/receipt-queries';
import { listRelationships } from '@/lib/consent/relationship-queries';
import { paths } from '@/lib/paths';
import { PastTable } from './past-table';
import { RelationshipActions } from './relationship-actions';

export const metadata = { title: 'Partner relationships' };

interface RelationshipsPageProps {
  searchParams: Promise<{ past?: string | string[] }>;
}

export default async function RelationshipsPage({ searchParams }: RelationshipsPageProps) {
  const { past: asked } = await searchParams;
  const [relationships, past] = await Promise.all([
    load(listRelationships, {}, paths.relationships()),
    load(listPastRelationships, { page: asked }, paths.relationships()),
  ]);
  const mayEnd = allows(await currentActor(), 'consent:end');
  return (
    <>
      <LivePage topics={['relationships']} name="Partner relationships" />
      <PageHeader
        title="Partner relationships"
        description="Every partner that may act for your organization now, and what it may do."
      />
      <RelationshipsTable
        caption="Partner relationships"
        rows={relationships}
        actions={mayEnd ? RelationshipActions : undefined}
        empty={
          <EmptyState icon={Handshake} title="No partner may act for you">
            A partner sends a request by mail. A global administrator of your organization opens the link in it and
            decides.
          </EmptyState>
        }
      />
      {!mayEnd && relationships.length > 0 && (
        <p className="mt-4 text-sm text-muted">A global administrator of your organization can end a relationship.</p>
      )}
      {past.total > 0 && (
        <section className="mt-10">
          <h2 className="mb-3 text-lg">Past</h2>
          <PastTable rows={past.rows} />
          <Pagination
            label="Pages of past relationships"
            page={past.page}
            pageSize={pastPerPage}
            total={past.total}
            href={(to) => paths.relationships({ past: to > 1 ? String(to) : undefined })}
          />
        </section>
      )}
    </>
  );
}
