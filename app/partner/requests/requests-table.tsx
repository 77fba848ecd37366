import type { ReactNode } from 'react';
import { RequestState } from '@/components/consent/request-state';
import { Breakable } from '@/components/ui/breakable';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { consentKindNames } from '@/lib/consent/names';
import type { ListedRequest } from '@/lib/consent/queries';

const small = 'block text-sm font-normal text-muted';

function Answer({ state, expiresAt, decidedAt, decidedBy, decidedFor }: ListedRequest) {
  if (decidedAt) {
    return (
      <>
        <RelativeTime at={decidedAt} />
        <span className={small}>
          by {decidedBy} of {decidedFor}
        </span>
      </>
    );
  }
  if (state === 'sent' || state === 'opened') {
    return (
      <>
        None yet
        <span className={small}>
          expires <RelativeTime at={expiresAt} />
        </span>
      </>
    );
  }
  return (
    <>
      None
      {state === 'expired' && (
        <span className={small}>
          expired <RelativeTime at={expiresAt} />
        </span>
      )}
    </>
  );
}

/** What was asked of whom, how it stands and who answered. */
export const RequestsTable = ({ rows, empty }: { rows: ListedRequest[]; empty: ReactNode }) => (
  <DataTable
    caption="Requests"
    rows={rows}
    rowKey={({ id }) => id}
    empty={empty}
    columns={[
      {
        key: 'recipient',
        header: 'Recipient',
        cell: ({ recipientName, recipientEmail }) => (
          <>
            {recipientName}
            <span className={`${small} min-w-44`}>
              <Breakable text={recipientEmail} />
            </span>
          </>
        ),
      },
      { key: 'organization', header: 'Organization', cell: ({ organization }) => organization },
      { key: 'state', header: 'State', cell: ({ state }) => <RequestState state={state} /> },
      {
        key: 'asked',
        header: 'Asked for',
        cell: ({ kind, dap, providerName }) => (
          <>
            {consentKindNames[kind]}
            {providerName && <span className={small}>with {providerName}</span>}
            {dap && <span className={small}>with delegated administration</span>}
          </>
        ),
      },
      {
        key: 'sent',
        header: 'Sent',
        cell: ({ sentAt, sentBy, delivery }) => (
          <>
            <RelativeTime at={sentAt} />
            <span className={small}>
              {delivery === 'copy' && 'mail copied '}by {sentBy}
            </span>
          </>
        ),
      },
      { key: 'answer', header: 'Answer', cell: (row) => <Answer {...row} /> },
    ]}
  />
);
