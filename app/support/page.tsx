import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Figures } from '@/components/ui/figures';
import { PageHeader } from '@/components/ui/page-header';
import { type ConsentKind, consentKindNames, requestStateNames } from '@/lib/consent/names';
import type { RequestState } from '@/lib/consent/state';
import { paths } from '@/lib/paths';
import { deskFigures } from '@/lib/support/figures-queries';
import { supportOverview } from '@/lib/support/queries';
import { AnswerTimes } from './answer-times';
import { DaysCard } from './days-card';
import { FailuresCard } from './failures-card';
import { SupportSearch } from './support-search';
import { WaitingCard } from './waiting-card';

export default async function SupportPage() {
  const here = paths.support();
  const { number } = await currentFormats();
  const rows = <Key extends string>(names: Record<Key, string>, counts: Partial<Record<Key, number>>) =>
    (Object.keys(names) as Key[]).map((key) => ({ term: names[key], description: number(counts[key] ?? 0) }));
  const [{ organizations, requests, consents }, desk] = await Promise.all([
    load(supportOverview, {}, here),
    load(deskFigures, {}, here),
  ]);
  return (
    <>
      <LivePage
        topics={['removals', 'conflict_queue', 'oem_link_queue', 'application_queue', 'suspensions']}
        name="Overview"
      />
      <PageHeader
        title="Overview"
        description="What waits, how the work goes and what the portal holds, across all organizations."
      />
      <div className="grid gap-6">
        <SupportSearch />
        <WaitingCard waiting={desk.waiting} />
        <div className="grid gap-6 lg:grid-cols-2">
          <AnswerTimes answers={desk.answers} />
          <FailuresCard failures={desk.failures} />
          <DaysCard
            title="Consents per day"
            happened={{ one: 'consent was given', many: 'consents were given' }}
            days={desk.consents}
          />
          <DaysCard
            title="Uploads per day"
            happened={{ one: 'upload arrived', many: 'uploads arrived' }}
            days={desk.uploads}
          />
        </div>
        <Figures
          items={[
            { label: 'Partners', value: organizations.partner ?? 0 },
            { label: 'Customers', value: organizations.customer ?? 0 },
            { label: 'Active consents', value: Object.values(consents).reduce((sum, some) => sum + some, 0) },
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
