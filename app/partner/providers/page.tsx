import { Handshake } from 'lucide-react';
import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { NamedPartner } from '@/components/suspensions/named-partner';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { endingConsequences } from '@/lib/partners/ending-consequences';
import { type LinkedProvider, listProviders } from '@/lib/partners/link-queries';
import { paths } from '@/lib/paths';
import { endLink } from './actions';

export const metadata = { title: 'Indirect providers' };

const EndProvider = ({ linkId, name, customers }: LinkedProvider) => (
  <ConfirmedAction
    label="End authorization"
    question={`End the authorization of ${name}?`}
    consequences={endingConsequences({ side: 'reseller', other: name, customers })}
    done={`${name} is no longer your provider. Both organizations are told by mail.`}
    run={endLink.bind(null, linkId)}
    already="already_ended"
  />
);

export default async function ProvidersPage() {
  const { number } = await currentFormats();
  const rows = await load(listProviders, {}, paths.providers());
  const mayEnd = allows(await currentActor(), 'partner_links:end');
  return (
    <>
      <LivePage topics={['partnerships']} name="Providers" />
      <PageHeader
        title="Indirect providers"
        description="Providers that your organization authorized. Each may register and manage devices of those of your customers whose consent names it."
      />
      <DataTable
        caption="Indirect providers"
        rows={rows}
        rowKey={({ linkId }) => linkId}
        empty={
          <EmptyState icon={Handshake} title="No providers yet">
            A provider invites your organization by mail. Once a global administrator has authorized it, it is listed
            here, and you can send customers requests that name it.
          </EmptyState>
        }
        columns={[
          { key: 'provider', header: 'Provider', cell: NamedPartner },
          { key: 'domain', header: 'Domain', cell: ({ domain }) => domain },
          { key: 'mpn', header: 'MPN ID', cell: ({ mpnId }) => mpnId ?? 'None' },
          { key: 'since', header: 'Since', cell: ({ since }) => <RelativeTime at={since} /> },
          { key: 'by', header: 'Authorized by', cell: ({ authorizedBy }) => authorizedBy ?? 'Not recorded' },
          {
            key: 'customers',
            header: 'Customers naming it',
            align: 'right',
            cell: ({ customers }) => number(customers),
          },
          ...(mayEnd ? [{ key: 'end', header: 'Action', cell: EndProvider }] : []),
        ]}
      />
      {!mayEnd && rows.length > 0 && (
        <p className="mt-4 text-sm text-muted">A global administrator of your organization can end an authorization.</p>
      )}
    </>
  );
}
