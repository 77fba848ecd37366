import { load } from '@/app/load';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Figures } from '@/components/ui/figures';
import { PageHeader } from '@/components/ui/page-header';
import { type ConsentKind, consentKindNames, requestStateNames } from '@/lib/consent/names';
import type { RequestState } from '@/lib/consent/state';
import { paths } from '@/lib/paths';
import { supportOverview } from '@/lib/support/queries';
import { SupportSearch } from './support-search';

const number = new Intl.NumberFormat('en');
const rows = <Key extends string>(names: Record<Key, string>, counts: Partial<Record<Key, number>>) =>
  (Object.keys(names) as Key[]).map((key) => ({ term: names[key], description: number.format(counts[key] ?? 0) }));

export default async function SupportPage() {
  const { organizations, requests, consents } = await load(supportOverview, {}, paths.support());
  return (
    <>
      <PageHeader title="Overview" description="What the portal holds right now, across all organizations." />
      <div className="grid gap-6">
        <SupportSearch />
        <Figures
          items={[
            { label: 'Partners', value: organizations.partner ?? 0 },
            { label: 'Customers', value: organizations.customer ?? 0 },
            { label: 'Active consents', value: Object.values(consents).reduce((sum, some) => sum + some, 0) },
            { label: 'Requests waiting', value: (requests.sent ?? 0) + (requests.opened ?? 0) },
          ]}
        />
        <div className="grid gap-6 md:grid-cols-2">
          <Card title="Requests by state">
            <DefinitionList items={rows<RequestState>(requestStateNames, requests)} />
          </Card>
          <Card title="Active consents by kind">
            <DefinitionList items={rows<ConsentKind>(consentKindNames, consents)} />
          </Card>
        </div>
      </div>
    </>
  );
}
