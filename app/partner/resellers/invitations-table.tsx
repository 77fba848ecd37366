import { CircleCheck, CircleSlash, CircleX, Clock, type LucideIcon, RefreshCw, Send } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ListedInvitation } from '@/lib/partners/invitation-queries';
import { type InvitationState, invitationStateNames } from '@/lib/partners/invitation-state';
import { CancelInvitation } from './cancel-invitation';

const looks: Record<InvitationState, { tone: ComponentProps<typeof Badge>['tone']; icon: LucideIcon }> = {
  sent: { tone: 'info', icon: Send },
  accepted: { tone: 'success', icon: CircleCheck },
  declined: { tone: 'danger', icon: CircleX },
  canceled: { tone: 'neutral', icon: CircleSlash },
  expired: { tone: 'warning', icon: Clock },
  superseded: { tone: 'neutral', icon: RefreshCw },
};

/** The state, and when it ends or came about. */
const State = ({ state, expiresAt, closedAt, decidedFor }: ListedInvitation) => (
  <span>
    <Badge {...looks[state]}>{invitationStateNames[state]}</Badge>
    <span className="mt-0.5 block text-sm text-muted">
      {state === 'sent' ? 'Runs out ' : ''}
      <RelativeTime at={(state === 'sent' ? null : closedAt) ?? expiresAt} />
      {decidedFor && ` for ${decidedFor}`}
    </span>
  </span>
);

const Recipient = ({ recipientName, recipientEmail }: ListedInvitation) => (
  <span>
    {recipientName}
    <span className="block text-sm text-muted">{recipientEmail}</span>
  </span>
);

const Sent = ({ sentAt, sender }: ListedInvitation) => (
  <span>
    <RelativeTime at={sentAt} />
    <span className="block text-sm text-muted">by {sender}</span>
  </span>
);

export const InvitationsTable = ({ rows, mayCancel }: { rows: ListedInvitation[]; mayCancel: boolean }) => (
  <DataTable
    caption="Invitations"
    rows={rows}
    rowKey={({ id }) => id}
    empty={<p className="text-muted">No invitations yet.</p>}
    columns={[
      { key: 'reseller', header: 'Reseller', cell: ({ organization }) => organization },
      { key: 'recipient', header: 'Recipient', cell: Recipient },
      { key: 'state', header: 'State', cell: State },
      { key: 'sent', header: 'Sent', cell: Sent },
      ...(mayCancel
        ? [
            {
              key: 'cancel',
              header: 'Action',
              cell: ({ id, state }: ListedInvitation) => (state === 'sent' ? <CancelInvitation id={id} /> : null),
            },
          ]
        : []),
    ]}
  />
);
