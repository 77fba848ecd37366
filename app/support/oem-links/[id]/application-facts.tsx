import { ApplicationStateBadge } from '@/components/oem/application-state-badge';
import { Breakable } from '@/components/ui/breakable';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { Application } from '@/lib/oem/queue-queries';
import { paths } from '@/lib/paths';

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** A point in time and who it was. */
const When = ({ at, by }: { at: Date; by: string | null }) => (
  <>
    <RelativeTime at={at} /> by {by}
  </>
);

/** What an OEM said when it asked, and what became of that. */
export function ApplicationFacts({ application }: { application: Application }) {
  const { partnerId, partnerName, partnerDomain, partnerCountry, state, askedAt, askedBy } = application;
  const { assignee, reviewedAt, closedAt, closedBy, answer, note, website, makes } = application;
  return (
    <Card title="The application">
      <DefinitionList
        items={[
          { term: 'State', description: <ApplicationStateBadge state={state} /> },
          {
            term: 'OEM',
            description: (
              <>
                <TextLink href={paths.supportTenant(partnerId)}>{partnerName}</TextLink> ({partnerDomain}),{' '}
                {countries.of(partnerCountry) ?? partnerCountry}
              </>
            ),
          },
          {
            term: 'Website',
            description: (
              <a href={website} rel="noreferrer noopener" target="_blank" className="text-accent underline">
                <Breakable text={website} />
                <span className="sr-only"> (opens in a new tab)</span>
              </a>
            ),
          },
          {
            term: 'Manufacturer names',
            description: (
              <ul className="grid gap-0.5">
                {makes.map((make) => (
                  <li key={make}>{make}</li>
                ))}
              </ul>
            ),
          },
          {
            term: 'Who to talk to',
            description: (
              <>
                {application.contactName} (<Breakable text={application.contactEmail} />)
              </>
            ),
          },
          ...(note ? [{ term: 'Note', description: <q>{note}</q> }] : []),
          { term: 'Asked', description: <When at={askedAt} by={askedBy} /> },
          ...(assignee && reviewedAt
            ? [{ term: 'Looked at', description: <When at={reviewedAt} by={assignee} /> }]
            : []),
          ...(closedAt ? [{ term: 'Closed', description: <When at={closedAt} by={closedBy} /> }] : []),
          ...(answer ? [{ term: 'Reason', description: <q>{answer}</q> }] : []),
        ]}
      />
    </Card>
  );
}
