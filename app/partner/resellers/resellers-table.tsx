import type { ReactNode } from 'react';
import { useFormats } from '#formats';
import { NamedPartner } from '@/components/suspensions/named-partner';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { endingConsequences } from '@/lib/partners/ending-consequences';
import type { LinkedReseller } from '@/lib/partners/link-queries';
import type { ResellerSearch } from '@/lib/partners/reseller-search';
import { paths } from '@/lib/paths';
import { endLink } from './actions';

interface ResellersTableProps {
  rows: LinkedReseller[];
  sort: ResellerSearch['sort'];
  sortHref: (sort: string) => string;
  mayEnd: boolean;
  empty: ReactNode;
}

const EndReseller = ({ linkId, name, customers }: LinkedReseller) => (
  <ConfirmedAction
    label="End authorization"
    question={`End the authorization by ${name}?`}
    consequences={endingConsequences({ side: 'provider', other: name, customers })}
    done={`You are no longer the provider of ${name}. Both organizations are told by mail.`}
    run={endLink.bind(null, linkId)}
    already="already_ended"
  />
);

export function ResellersTable({ rows, sort, sortHref, mayEnd, empty }: ResellersTableProps) {
  const { number } = useFormats();
  return (
    <DataTable
      caption="Indirect resellers"
      rows={rows}
      rowKey={({ linkId }) => linkId}
      sort={{ key: sort.replace('-', ''), descending: sort.startsWith('-') }}
      sortHref={(key) => sortHref(sort === key ? `-${key}` : key)}
      empty={empty}
      columns={[
        { key: 'reseller', header: 'Reseller', sortKey: 'reseller', cell: NamedPartner },
        { key: 'domain', header: 'Domain', cell: ({ domain }) => domain },
        { key: 'mpn', header: 'MPN ID', cell: ({ mpnId }) => mpnId ?? 'None' },
        { key: 'since', header: 'Since', sortKey: 'since', cell: ({ since }) => <RelativeTime at={since} /> },
        {
          key: 'customers',
          header: 'Customers',
          align: 'right',
          cell: ({ id, customers }) =>
            customers > 0 ? <TextLink href={paths.customers({ reseller: id })}>{number(customers)}</TextLink> : '0',
        },
        ...(mayEnd ? [{ key: 'end', header: 'Action', cell: EndReseller }] : []),
      ]}
    />
  );
}
