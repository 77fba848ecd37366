import { load } from '@/app/load';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { consentKindNames } from '@/lib/consent/names';
import { paths } from '@/lib/paths';
import { listTies } from '@/lib/support/tie-queries';

const roles = { provider: 'Indirect provider', reseller: 'Indirect reseller' };

/** Whom a partner works with, and the standing links it has handed out. */
export async function TiesCard({ id }: { id: string }) {
  const { partners, standing } = await load(listTies, { tenantId: id }, paths.supportTenant(id));
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
        ]}
      />
    </Card>
  );
}
