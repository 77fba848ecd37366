import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ListedMemberInvitation } from '@/lib/people/invitation-queries';
import { CancelInvitation } from './cancel-invitation';
import { roleList } from './role-list';

const Link = ({ works, expiresAt }: ListedMemberInvitation) => (
  <span>
    <Badge tone={works ? 'info' : 'warning'}>{works ? 'Waiting' : 'No longer works'}</Badge>
    {works && (
      <span className="mt-0.5 block text-sm text-muted">
        Runs out <RelativeTime at={expiresAt} />
      </span>
    )}
  </span>
);

/** Who was invited and has no account yet. */
export const InvitedTable = ({ rows }: { rows: ListedMemberInvitation[] }) => (
  <DataTable
    caption="Invited people, newest first"
    rows={rows}
    rowKey={({ id }) => id}
    empty={<p className="text-muted">Nobody is waiting to join. Whoever you invite is listed here until they do.</p>}
    columns={[
      {
        key: 'person',
        header: 'Person',
        cell: ({ name, email }) => (
          <span className="wrap-anywhere">
            {name}
            <span className="block text-sm font-normal text-muted">{email}</span>
          </span>
        ),
      },
      { key: 'roles', header: 'Roles', cell: ({ roles }) => roleList(roles) },
      { key: 'link', header: 'Link', cell: Link },
      {
        key: 'sent',
        header: 'Sent',
        cell: ({ sentAt, invitedBy }) => (
          <span>
            <RelativeTime at={sentAt} />
            {invitedBy && <span className="block text-sm text-muted">by {invitedBy}</span>}
          </span>
        ),
      },
      { key: 'cancel', header: 'Action', cell: ({ id, name }) => <CancelInvitation id={id} name={name} /> },
    ]}
  />
);
