import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { AnnouncedEnd } from '@/components/consent/announced-end';
import { LastUsed } from '@/components/consent/last-used';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { consentKindNames } from '@/lib/consent/names';
import { paths } from '@/lib/paths';
import { readRelationships } from '@/lib/support/customer-queries';
import { PastRelationships } from './past-relationships';

/** Who may act for an organization as a customer, who might before, and how many devices it has. */
export async function RelationshipsCard({ id }: { id: string }) {
  const { number } = await currentFormats();
  const { active, past, pastTotal, devices } = await load(readRelationships, { tenantId: id }, paths.supportTenant(id));
  const total = devices.reduce((sum, one) => sum + one.devices, 0);
  return (
    <>
      <Card title="Who may act for it">
        <DataTable
          caption="Partners that may act for this organization"
          rows={active}
          rowKey={(row) => row.id}
          empty={<p className="text-muted">No partner may act for this organization.</p>}
          columns={[
            {
              key: 'partner',
              header: 'Partner',
              cell: ({ partnerId, partnerName, partnerDomain }) => (
                <>
                  <TextLink href={paths.supportTenant(partnerId)}>{partnerName}</TextLink>
                  <span className="block text-sm font-normal text-muted">{partnerDomain}</span>
                </>
              ),
            },
            {
              key: 'kind',
              header: 'Relationship',
              cell: ({ id: consent, kind, providerId, providerName, ending }) => (
                <>
                  <TextLink href={paths.supportConsent(consent)}>{consentKindNames[kind]}</TextLink>
                  {ending && <AnnouncedEnd {...ending} />}
                  {providerId && (
                    <span className="block text-sm text-muted">
                      with <TextLink href={paths.supportTenant(providerId)}>{providerName}</TextLink>
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'dap',
              header: 'Delegated administration',
              cell: ({ dap }) => (
                <Badge tone={dap ? 'warning' : 'neutral'} icon={dap ? 'shield' : 'minus'}>
                  {dap ? 'Granted' : 'None'}
                </Badge>
              ),
            },
            {
              key: 'since',
              header: 'Since',
              cell: ({ since, grantedBy }) => (
                <>
                  <RelativeTime at={since} />
                  <span className="block text-sm text-muted">granted by {grantedBy}</span>
                </>
              ),
            },
            {
              key: 'used',
              header: 'Last used',
              cell: ({ lastUsedAt, unused }) => <LastUsed at={lastUsedAt} unused={unused} />,
            },
          ]}
        />
        {pastTotal > 0 && <PastRelationships rows={past} total={pastTotal} />}
      </Card>
      <Card title="Devices">
        <p>
          {total === 0
            ? 'No device is registered for this organization.'
            : `${number(total)} ${total === 1 ? 'device is' : 'devices are'} registered for this organization.`}
        </p>
        {total > 0 && (
          <ul className="mt-2 grid gap-1 text-muted">
            {devices.map((registrar) => (
              <li key={registrar.id}>
                {number(registrar.devices)} by{' '}
                <TextLink href={paths.supportTenant(registrar.id)}>{registrar.name}</TextLink>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
