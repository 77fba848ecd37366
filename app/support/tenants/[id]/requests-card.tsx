import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { RequestState } from '@/components/consent/request-state';
import { Breakable } from '@/components/ui/breakable';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { consentKindNames } from '@/lib/consent/names';
import { paths } from '@/lib/paths';
import { listSentRequests } from '@/lib/support/sent-queries';

const latest = 10;
/** What a partner asked of customers lately. */
export async function RequestsCard({ id }: { id: string }) {
  const { number } = await currentFormats();
  const { rows, total } = await load(listSentRequests, { tenantId: id, q: '', page: 1 }, paths.supportTenant(id));
  return (
    <Card
      title="Consent requests"
      action={
        total > latest && <TextLink href={paths.supportTenantRequests(id)}>All {number(total)} requests</TextLink>
      }
    >
      <DataTable
        caption="The latest consent requests of this partner"
        rows={rows.slice(0, latest)}
        rowKey={(row) => row.id}
        empty={<p className="text-muted">This partner has sent no request.</p>}
        columns={[
          {
            key: 'recipient',
            header: 'Recipient',
            cell: ({ id: request, recipientName, recipientEmail, organization }) => (
              <>
                <TextLink href={paths.supportRequest(request)}>{recipientName || 'No name yet'}</TextLink>
                <span className="block text-sm font-normal text-muted">
                  {organization}
                  {recipientEmail && ', '}
                  <Breakable text={recipientEmail} />
                </span>
              </>
            ),
          },
          { key: 'kind', header: 'Asked for', cell: ({ kind }) => consentKindNames[kind] },
          { key: 'state', header: 'State', cell: ({ state }) => <RequestState state={state} /> },
          {
            key: 'sent',
            header: 'Sent',
            cell: ({ sentAt, sentBy }) => (
              <>
                <RelativeTime at={sentAt} />
                <span className="block text-sm text-muted">by {sentBy}</span>
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
