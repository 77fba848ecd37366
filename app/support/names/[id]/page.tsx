import { load } from '@/app/load';
import { NameChangeBadge } from '@/components/applications/name-change-badge';
import { LivePage } from '@/components/live/live-page';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { getNameChange, type NameChange } from '@/lib/applications/name-queries';
import { paths } from '@/lib/paths';
import { SimilarOrganizations } from '../../applications/[id]/similar-organizations';
import { EventsCard } from '../../events-card';
import { Decisions } from './decisions';

export const metadata = { title: 'Name change' };

/** One name that a partner wants: why, who could be mistaken for it, and the decision. */
export default async function NameChangePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const change = await load(getNameChange, { id }, paths.nameChange(id));
  const { name, before, domain, state, similar } = change;
  return (
    <div className="mx-auto max-w-3xl">
      <LivePage topics={['application_queue']} name="Name change" />
      <PageHeader
        title={name}
        breadcrumb={[{ label: 'Name changes', href: paths.nameChanges() }]}
        description={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <NameChangeBadge state={state} />
            wanted by {before}
          </span>
        }
      />
      <div className="grid gap-4">
        <Facts change={change} />
        <SimilarOrganizations rows={similar} claimed={{ organization: name, domain, mpnId: null }} />
        {state === 'waiting' && (
          <Card title="Your decision">
            <Decisions id={id} before={before} name={name} />
          </Card>
        )}
        <EventsCard id={id} here={paths.nameChange(id)} />
      </div>
    </div>
  );
}

const Facts = ({ change }: { change: NameChange }) => (
  <Card title="What the partner asks for">
    <DefinitionList
      items={[
        {
          term: 'Partner',
          description: <TextLink href={paths.supportTenant(change.tenantId)}>{change.before}</TextLink>,
        },
        { term: 'Domain', description: change.domain },
        { term: 'New name', description: change.name },
        { term: 'Why', description: <q>{change.note}</q> },
        {
          term: 'Asked',
          description: (
            <>
              <RelativeTime at={change.askedAt} /> by {change.askedBy}
            </>
          ),
        },
        ...(change.closedAt
          ? [
              {
                term: 'Closed',
                description: (
                  <>
                    <RelativeTime at={change.closedAt} /> by {change.decider ?? 'somebody'}
                  </>
                ),
              },
            ]
          : []),
        ...(change.reason ? [{ term: 'Reason', description: <q>{change.reason}</q> }] : []),
      ]}
    />
  </Card>
);
