import { load } from '@/app/load';
import { RemovalStateBadge } from '@/components/consent/removal-state-badge';
import { LivePage } from '@/components/live/live-page';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { currentActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { getRemoval } from '@/lib/support/removal-queries';
import { isOpen } from '@/lib/support/removal-state';
import { Notes } from '../../notes';
import { note } from '../actions';
import { RemovalClock } from '../removal-clock';
import { RemovalActions } from './removal-actions';

export const metadata = { title: 'Removal request' };

interface RemovalPageProps {
  params: Promise<{ id: string }>;
}

/** One request: who asks to remove whom and why, and what support can do about it. */
export default async function RemovalPage({ params }: RemovalPageProps) {
  const { id } = await params;
  const removal = await load(getRemoval, { id }, paths.removal(id));
  const actor = await currentActor();
  const { customerName, partnerName, state, reason, assignee, reviewedAt, answer, closedAt, closedBy } = removal;
  return (
    <div className="mx-auto max-w-3xl">
      <LivePage topics={['removals']} name="Removal request" />
      <PageHeader
        title="Removal request"
        breadcrumb={[{ label: 'Removal requests', href: paths.removals() }]}
        description={`${customerName} asks to remove ${partnerName}.`}
      />
      <div className="grid gap-4">
        <Card title="The request">
          <DefinitionList
            items={[
              { term: 'State', description: <RemovalStateBadge state={state} /> },
              ...(isOpen(state) ? [{ term: 'Clock', description: <RemovalClock {...removal} /> }] : []),
              {
                term: 'Customer',
                description: (
                  <>
                    <TextLink href={paths.supportTenant(removal.customerId)}>{customerName}</TextLink> (
                    {removal.customerDomain})
                  </>
                ),
              },
              {
                term: 'OEM',
                description: (
                  <>
                    <TextLink href={paths.supportTenant(removal.partnerId)}>{partnerName}</TextLink> (
                    {removal.partnerDomain})
                  </>
                ),
              },
              {
                term: 'Consent given',
                description: (
                  <>
                    <RelativeTime at={removal.since} /> (
                    <TextLink href={paths.supportConsent(removal.consentId)}>look at the consent</TextLink>)
                  </>
                ),
              },
              {
                term: 'Asked',
                description: (
                  <>
                    <RelativeTime at={removal.askedAt} /> by {removal.askedBy}
                  </>
                ),
              },
              ...(assignee && reviewedAt
                ? [
                    {
                      term: 'Looked at by',
                      description: (
                        <>
                          {assignee}, since <RelativeTime at={reviewedAt} />
                        </>
                      ),
                    },
                  ]
                : []),
              { term: 'Reason', description: <q>{reason}</q> },
              ...(closedAt
                ? [
                    {
                      term: 'Closed',
                      description: (
                        <>
                          <RelativeTime at={closedAt} /> by {closedBy}
                        </>
                      ),
                    },
                  ]
                : []),
              ...(answer ? [{ term: 'Answer', description: <q>{answer}</q> }] : []),
            ]}
          />
        </Card>
        {isOpen(state) && actor && <RemovalActions removal={removal} actor={actor} />}
        <Card title="Notes">
          <Notes notes={removal.notes} write={note.bind(null, id)} />
        </Card>
      </div>
    </div>
  );
}
