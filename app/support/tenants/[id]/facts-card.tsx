import { Breakable } from '@/components/ui/breakable';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DefinitionList } from '@/components/ui/definition-list';
import { RelativeTime } from '@/components/ui/relative-time';
import type { TenantFile } from '@/lib/support/tenant-queries';

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** What an organization is known by. */
export const FactsCard = ({ tenant }: { tenant: TenantFile }) => (
  <Card title="Organization">
    <DefinitionList
      items={[
        { term: 'Domain', description: <Breakable text={tenant.domain} /> },
        { term: 'Country', description: countries.of(tenant.country) ?? tenant.country },
        {
          term: 'Tenant id',
          description: (
            <>
              <code className="text-sm break-all">{tenant.id}</code>{' '}
              <CopyButton value={tenant.id} label="Copy tenant id" />
            </>
          ),
        },
        ...(tenant.mpnId ? [{ term: 'Partner id', description: tenant.mpnId }] : []),
        { term: 'Here since', description: <RelativeTime at={tenant.createdAt} /> },
      ]}
    />
  </Card>
);
