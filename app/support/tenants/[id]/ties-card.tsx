import { load } from '@/app/load';
import { ApplicationStateBadge } from '@/components/oem/application-state-badge';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { PartnerType } from '@/lib/auth/actor';
import { consentKindNames } from '@/lib/consent/names';
import { paths } from '@/lib/paths';
import { listTies, type Ties } from '@/lib/support/tie-queries';

const roles = { provider: 'Indirect provider', reseller: 'Indirect reseller' };

interface TiesCardProps {
  id: string;
  partnerType: PartnerType | null;
}

/** Whom a partner works with, the standing links it has handed out, and how an OEM came by its own. */
export async function TiesCard({ id, partnerType }: TiesCardProps) {
  const { partners, standing, applications } = await load(listTies, { tenantId: id }, paths.supportTenant(id));
  return (
    <Card title="Partners and standing links">
      <DefinitionList
        items={[
          {
            term: 'Linked with',
            description:
              partners.length === 0 ? (
                'Nobody'
              ) : (
                <ul className="grid gap-1">
                  {partners.map(({ id: link, as, other, since }) => (
                    <li key={link}>
                      <TextLink href={paths.supportTenant(other.id)}>{other.name}</TextLink>, {roles[as].toLowerCase()},
                      since <RelativeTime at={since} />
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            term: 'Standing links',
            description:
              standing.length === 0 ? (
                'None was made'
              ) : (
                <ul className="grid gap-1">
                  {standing.map(({ id: link, kind, provider, madeBy, madeAt, endedAt }) => (
                    <li key={link}>
                      {consentKindNames[kind]}
                      {provider && ` with ${provider}`}, made <RelativeTime at={madeAt} /> by {madeBy}{' '}
                      {endedAt ? (
                        <>
                          <Badge tone="neutral">Ended</Badge> <RelativeTime at={endedAt} />
                        </>
                      ) : (
                        <Badge tone="success">Good</Badge>
                      )}
                    </li>
                  ))}
                </ul>
              ),
          },
          ...(partnerType === 'oem' ? [{ term: 'Applied for its link', description: applied(applications) }] : []),
        ]}
      />
    </Card>
  );
}

/** Each application leads to where support answers it. */
const applied = (applications: Ties['applications']) =>
  applications.length === 0 ? (
    'Never'
  ) : (
    <ul className="grid gap-1">
      {applications.map(({ id, state, askedAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <TextLink href={paths.oemLink(id)}>Link application</TextLink>
          <ApplicationStateBadge state={state} />
          <RelativeTime at={askedAt} />
        </li>
      ))}
    </ul>
  );
