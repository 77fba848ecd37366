import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ShownSession } from '@/lib/auth/session-queries';
import { endOne } from './actions';
import { EndOthers, EndSession } from './end-sessions';

const ways: Record<NonNullable<ShownSession['method']>, string> = {
  password: 'with a password',
  password_code: 'with a password and a code',
  password_recovery: 'with a password and a recovery code',
  passkey: 'with a passkey',
  directory: 'with Microsoft',
};

/** Where one is signed in, to be ended one by one or all at once. */
export const SessionsCard = ({ sessions }: { sessions: ShownSession[] }) => (
  <Card title="Where you are signed in" action={sessions.length > 1 && <EndOthers />}>
    <DataTable
      caption="Your sessions"
      rows={sessions}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: 'device',
          header: 'Device',
          cell: ({ device, own }) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              {device}
              {own && <Badge tone="info">This one</Badge>}
            </span>
          ),
        },
        { key: 'place', header: 'Address', cell: ({ address }) => address ?? 'Unknown' },
        {
          key: 'since',
          header: 'Signed in',
          cell: ({ signedInAt, method }) => (
            <>
              <RelativeTime at={signedInAt} />
              {method && <span className="block text-sm text-muted">{ways[method]}</span>}
            </>
          ),
        },
        { key: 'seen', header: 'Last used', cell: ({ seenAt }) => <RelativeTime at={seenAt} /> },
        {
          key: 'end',
          header: 'End',
          align: 'right',
          cell: ({ id, own }) => (own ? null : <EndSession run={endOne.bind(null, id)} />),
        },
      ]}
    />
  </Card>
);
