import { PartnerApplicationBadge } from '@/components/applications/partner-application-badge';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { PartnerApplication } from '@/lib/applications/queue-queries';
import { paths } from '@/lib/paths';

/** What else was applied for, for the same domain or by the same contact. */
export const OtherApplications = ({ rows }: { rows: PartnerApplication['others'] }) => (
  <Card title="Other applications of this domain or contact">
    {rows.length === 0 ? (
      <p className="text-muted">There is no other.</p>
    ) : (
      <DataTable
        caption="Other applications, latest first"
        rows={rows}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            key: 'organization',
            header: 'Organization',
            cell: ({ id, organization }) => <TextLink href={paths.partnerApplication(id)}>{organization}</TextLink>,
          },
          {
            key: 'contact',
            header: 'Contact',
            cell: ({ contactEmail }) => <span className="wrap-anywhere">{contactEmail}</span>,
          },
          { key: 'state', header: 'State', cell: ({ state }) => <PartnerApplicationBadge state={state} /> },
          { key: 'entered', header: 'Entered', cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
        ]}
      />
    )}
  </Card>
);
