import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { paths } from '@/lib/paths';
import { readPerson, type ShownPerson } from '@/lib/people/queries';
import { roleChoices } from '@/lib/people/role-choices';
import { PersonActions } from './person-actions';
import { PromotionCard } from './promotion-card';
import { roleList } from './role-list';

interface PersonPageProps {
  place: string;
  params: Promise<{ id: string }>;
}

const Roles = ({ kind, roles }: Pick<ShownPerson, 'kind' | 'roles'>) => (
  <ul className="grid gap-1">
    {roleChoices[kind]
      .filter(({ role }) => roles.includes(role))
      .map(({ role, means }) => (
        <li key={role}>
          <span className="font-medium">{roleList([role])}</span>
          <span className="block text-sm text-muted">{means}</span>
        </li>
      ))}
  </ul>
);

const signedIn = (sessions: number) =>
  sessions === 0 ? 'Nowhere' : sessions === 1 ? 'In 1 place' : `In ${sessions} places`;

/** One person of the organization: what they may do, and what can be done about the account. */
export async function PersonPage({ place, params }: PersonPageProps) {
  const { id } = await params;
  const person = await load(readPerson, { userId: id }, paths.person(place, id));
  const { name, email, disabledAt, createdAt, seenAt, sessions } = person;
  return (
    <>
      <LivePage topics={['people']} name={name} />
      <PageHeader title={name} breadcrumb={[{ label: 'People', href: paths.people(place) }]} description={email} />
      <div className="grid gap-4">
        {person.promotion && <PromotionCard person={person} promotion={person.promotion} />}
        <Card
          title="Account"
          action={<Badge tone={disabledAt ? 'neutral' : 'success'}>{disabledAt ? 'Disabled' : 'Active'}</Badge>}
        >
          <DefinitionList
            items={[
              { term: 'Roles', description: <Roles {...person} /> },
              { term: 'Last here', description: seenAt ? <RelativeTime at={seenAt} /> : 'Never' },
              { term: 'Signed in', description: signedIn(sessions) },
              { term: 'Second factor', description: person.hasFactor ? 'Set up' : 'None' },
              { term: 'Account since', description: <RelativeTime at={createdAt} /> },
              ...(disabledAt ? [{ term: 'Disabled', description: <RelativeTime at={disabledAt} /> }] : []),
            ]}
          />
          <PersonActions person={person} people={paths.people(place)} />
        </Card>
      </div>
    </>
  );
}
