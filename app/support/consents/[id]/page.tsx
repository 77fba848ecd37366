import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { RemovalStateBadge } from '@/components/consent/removal-state-badge';
import { LivePage } from '@/components/live/live-page';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { consentKindNames } from '@/lib/consent/names';
import { paths } from '@/lib/paths';
import { getConsent } from '@/lib/support/consent-queries';
import { ConsentActions } from '../consent-actions';
import { RevocationList } from '../revocation-list';

export const metadata = { title: 'Consent' };

/** One consent as support sees it: how it stands, what support announced or did, and what it can do about an OEM's. */
export default async function ConsentPage({ params }: { params: Promise<{ id: string }> }) {
  const { number } = await currentFormats();
  const { id } = await params;
  const consent = await load(getConsent, { id }, paths.supportConsent(id));
  const { customerName, partnerName, endedAt, endedBy, removal, lastUsedAt } = consent;
  return (
    <div className="mx-auto max-w-3xl">
      <LivePage topics={['removals']} name="Consent" />
      <PageHeader
        title="Consent"
        breadcrumb={[{ label: customerName, href: paths.supportTenant(consent.customerId) }]}
        description={`${customerName} lets ${partnerName} act for it.`}
      />
      <div className="grid gap-4">
        <Card title="How it stands">
          <DefinitionList
            items={[
              { term: 'Kind', description: consentKindNames[consent.kind] },
              {
                term: 'Customer',
                description: (
                  <>
                    <TextLink href={paths.supportTenant(consent.customerId)}>{customerName}</TextLink> (
                    {consent.customerDomain})
                  </>
                ),
              },
              {
                term: 'Partner',
                description: (
                  <>
                    <TextLink href={paths.supportTenant(consent.partnerId)}>{partnerName}</TextLink> (
                    {consent.partnerDomain})
                  </>
                ),
              },
              {
                term: 'Given',
                description: (
                  <>
                    <RelativeTime at={consent.since} /> by {consent.grantedBy}
                  </>
                ),
              },
              { term: 'Last used', description: lastUsedAt ? <RelativeTime at={lastUsedAt} /> : 'Never' },
              { term: 'Devices registered by it', description: number(consent.devices) },
              {
                term: 'State',
                description: endedAt ? (
                  <>
                    Ended <RelativeTime at={endedAt} />
                    {endedBy && ` by ${endedBy}`}
                  </>
                ) : (
                  'Active'
                ),
              },
              ...(removal
                ? [
                    {
                      term: 'The customer asks',
                      description: (
                        <span className="flex flex-wrap items-center gap-2">
                          <TextLink href={paths.removal(removal.id)}>To remove it</TextLink>
                          <RemovalStateBadge state={removal.assigneeId ? 'in_review' : 'asked'} />
                        </span>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Card>
        {!endedAt && (
          <Card title="What you can do">
            <ConsentActions consent={consent} />
          </Card>
        )}
        {consent.revocations.length > 0 && (
          <Card title="What support decided">
            <RevocationList revocations={consent.revocations} />
          </Card>
        )}
      </div>
    </div>
  );
}
