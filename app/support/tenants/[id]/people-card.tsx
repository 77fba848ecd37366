import { useFormats } from '#formats';
import { Badge } from '@/components/ui/badge';
import { Breakable } from '@/components/ui/breakable';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { roleNames } from '@/lib/auth/role-names';
import type { TenantFile } from '@/lib/support/tenant-queries';

/** Who can sign in for an organization, and as what. */
export function PeopleCard({ tenant: { people, peopleTotal } }: { tenant: TenantFile }) {
  const { number } = useFormats();
  return (
    <Card title="People">
      <DataTable
        caption="People of this organization"
        rows={people}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">Nobody of this organization has an account.</p>}
        columns={[
          {
            key: 'name',
            header: 'Name',
            cell: ({ name, email }) => (
              <>
                {name}
                <span className="block text-sm font-normal text-muted">
                  <Breakable text={email} />
                </span>
              </>
            ),
          },
          { key: 'roles', header: 'Roles', cell: ({ roles }) => roles.map((role) => roleNames[role]).join(', ') },
          { key: 'seen', header: 'Last here', cell: ({ seenAt }) => (seenAt ? <RelativeTime at={seenAt} /> : 'Never') },
          {
            key: 'account',
            header: 'Account',
            cell: ({ disabledAt }) =>
              disabledAt ? (
                <Badge tone="danger" icon="cross">
                  Removed
                </Badge>
              ) : (
                <Badge tone="success" icon="check">
                  Active
                </Badge>
              ),
          },
        ]}
      />
      {peopleTotal > people.length && (
        <p className="mt-3 text-sm text-muted">
          The first {number(people.length)} of {number(peopleTotal)}. Search for anybody else by name or mail address.
        </p>
      )}
    </Card>
  );
}
