import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { ListedPerson } from '@/lib/people/queries';
import { roleList } from './role-list';

const State = ({ disabledAt, byDirectory, roles }: Pick<ListedPerson, 'disabledAt' | 'byDirectory' | 'roles'>) => (
  <span>
    {disabledAt ? (
      <Badge tone="neutral" icon="cross">
        Disabled
      </Badge>
    ) : roles.length === 0 ? (
      <Badge tone="warning">Waits for a role</Badge>
    ) : (
      <Badge tone="success" icon="check">
        Active
      </Badge>
    )}
    {byDirectory && <span className="mt-0.5 block text-sm text-muted">Signs in with Microsoft</span>}
  </span>
);

interface PeopleTableProps {
  rows: ListedPerson[];
  place: string;
  empty: ReactNode;
}

export const PeopleTable = ({ rows, place, empty }: PeopleTableProps) => (
  <DataTable
    caption="People, by email address"
    rows={rows}
    rowKey={({ id }) => id}
    empty={empty}
    columns={[
      {
        key: 'person',
        header: 'Person',
        cell: ({ id, name, email }) => (
          <span className="wrap-anywhere">
            <TextLink href={paths.person(place, id)}>{name}</TextLink>
            <span className="block text-sm font-normal text-muted">{email}</span>
          </span>
        ),
      },
      { key: 'roles', header: 'Roles', cell: ({ roles }) => roleList(roles) },
      { key: 'state', header: 'Account', cell: State },
      {
        key: 'seen',
        header: 'Last here',
        cell: ({ seenAt }) => (seenAt ? <RelativeTime at={seenAt} /> : 'Never'),
      },
    ]}
  />
);
