import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { PartnerApplication } from '@/lib/applications/queue-queries';
import { partnerTypeNames } from '@/lib/partners/names';
import { paths } from '@/lib/paths';

type Similar = PartnerApplication['similar'][number];

interface SimilarOrganizationsProps {
  rows: Similar[];
  /** What somebody wants to be called and known by. */
  claimed: { organization: string; domain: string; mpnId: string | null };
}

const kindNames = { partner: 'Partner', customer: 'Customer', operator: 'Operator' };

/** What an organization here has in common with what is claimed, in words. */
function sameAs({ name, domain, mpnId }: Similar, claimed: SimilarOrganizationsProps['claimed']): string[] {
  return [
    ...(name.toLowerCase() === claimed.organization.toLowerCase() ? ['name'] : []),
    ...(domain === claimed.domain ? ['domain'] : []),
    ...(mpnId && mpnId === claimed.mpnId ? ['MPN ID'] : []),
  ];
}

/** Organizations that could be mistaken for this one, or are it already. */
export function SimilarOrganizations({ rows, claimed }: SimilarOrganizationsProps) {
  const same = rows.some((row) => sameAs(row, claimed).length > 0);
  return (
    <Card title="Similar organizations here">
      {rows.length === 0 ? (
        <p className="text-muted">No organization here has a name or a domain like it.</p>
      ) : (
        <div className="grid gap-4">
          {same && <Alert tone="warning">One of them has the very same name, domain or MPN ID. Look closely.</Alert>}
          <DataTable
            caption="Similar organizations"
            rows={rows}
            rowKey={({ id }) => id}
            empty={null}
            columns={[
              {
                key: 'name',
                header: 'Organization',
                cell: ({ id, name }) => <TextLink href={paths.supportTenant(id)}>{name}</TextLink>,
              },
              {
                key: 'domain',
                header: 'Domain',
                cell: ({ domain }) => <span className="wrap-anywhere">{domain}</span>,
              },
              {
                key: 'kind',
                header: 'Is a',
                cell: ({ kind, partnerType }) => (partnerType ? partnerTypeNames[partnerType] : kindNames[kind]),
              },
              { key: 'same', header: 'The same', cell: (row) => sameAs(row, claimed).join(', ') || 'Nothing' },
            ]}
          />
        </div>
      )}
    </Card>
  );
}
