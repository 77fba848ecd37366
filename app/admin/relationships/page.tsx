import { Handshake } from 'lucide-react';
import { load } from '@/app/load';
import { RelationshipsTable } from '@/components/consent/relationships-table';
import { LivePage } from '@/components/live/live-page';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { listRelationships } from '@/lib/consent/relationship-queries';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Partner relationships' };

export default async function RelationshipsPage() {
  const relationships = await load(listRelationships, {}, paths.relationships());
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
        empty={
          <EmptyState icon={Handshake} title="No partner may act for you">
            A partner sends a request by mail. A global administrator of your organization opens the link in it and
            decides.
          </EmptyState>
        }
      />
    </>
  );
}
