import { Breakable } from '@/components/ui/breakable';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import type { PartnerApplication } from '@/lib/applications/queue-queries';
import { partnerTypeNames } from '@/lib/partners/names';
import { countryName } from '@/lib/tenants/countries';

/** What was said in an application, and what became of it. */
export function ApplicationFacts({ application }: { application: PartnerApplication }) {
  const { organization, domain, country, partnerType, mpnId, contactName, contactEmail } = application;
  const { createdAt, verifiedAt, decidedAt, decider, reason } = application;
  return (
    <Card title="The application">
      <DefinitionList
        items={[
          { term: 'Organization', description: organization },
          { term: 'Domain', description: <Breakable text={domain} /> },
          { term: 'Country', description: countryName(country) },
          { term: 'Partner type', description: partnerTypeNames[partnerType] },
          { term: 'MPN ID', description: mpnId ?? 'None' },
          {
            term: 'Contact',
            description: (
              <>
                {contactName} (<Breakable text={contactEmail} />)
              </>
            ),
          },
          { term: 'Entered', description: <RelativeTime at={createdAt} /> },
          {
            term: 'Confirmed by mail',
            description: verifiedAt ? <RelativeTime at={verifiedAt} /> : 'Not confirmed',
          },
          ...(decidedAt
            ? [
                {
                  term: 'Decided',
                  description: (
                    <>
                      <RelativeTime at={decidedAt} /> by {decider ?? 'support'}
                    </>
                  ),
                },
              ]
            : []),
          ...(reason ? [{ term: 'Reason', description: <q>{reason}</q> }] : []),
        ]}
      />
    </Card>
  );
}
