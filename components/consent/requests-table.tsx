import type { ReactNode } from 'react';
import { RequestState } from '@/components/consent/request-state';
import { Breakable } from '@/components/ui/breakable';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { ListedRequest } from '@/lib/consent/find-requests';
import { consentKindNames } from '@/lib/consent/names';

const small = 'block text-sm font-normal text-muted';

function Answer({ row, href }: { row: ListedRequest; href: RequestsTableProps['href'] }) {
  const { state, expiresAt, decidedAt, decidedBy, decidedFor, replacedById } = row;
  if (decidedAt) {
    return (
      <>
        <RelativeTime at={decidedAt} />
        <span className={small}>
          by {decidedBy} {decidedFor && `of ${decidedFor}`}
        </span>
      </>
    );
  }
  if (replacedById) return <TextLink href={href({ id: replacedById, state: 'sent' })}>Sent again</TextLink>;
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

function Asked({ kind, providerName, dap, dapGranted }: ListedRequest) {
  return (
    <>
      {consentKindNames[kind]}
      {providerName && <span className={small}>with {providerName}</span>}
      {dap && (
        <span className={small}>
          {dapGranted === false ? 'delegated administration left out' : 'with delegated administration'}
        </span>
      )}
    </>
  );
}

const ways = { mail: '', copy: 'mail copied ', standing: 'on the standing link made ' };

function Sent({ state, sentAt, sentBy, delivery }: ListedRequest) {
  if (delivery === 'standing') return 'On the standing link';
  return (
    <>
      <RelativeTime at={sentAt} />
      <span className={small}>
        {state === 'draft' ? 'saved ' : ways[delivery]}by {sentBy}
      </span>
    </>
  );
}

interface RequestsTableProps {
  rows: ListedRequest[];
  /** Where a row leads; whoever may send goes on with a draft where others look at it. */
  href: (request: Pick<ListedRequest, 'id' | 'state'>) => string;
  empty: ReactNode;
}

/** What was asked of whom, how it stands and who answered. */
export const RequestsTable = ({ rows, href, empty }: RequestsTableProps) => (
  <DataTable
    caption="Requests"
    rows={rows}
    rowKey={({ id }) => id}
    empty={empty}
    columns={[
      {
        key: 'recipient',
        header: 'Recipient',
        cell: ({ id, state, recipientName, recipientEmail }) => (
          <>
            <TextLink href={href({ id, state })}>{recipientName || 'No name yet'}</TextLink>
            <span className={`${small} min-w-44`}>
              <Breakable text={recipientEmail} />
            </span>
          </>
        ),
      },
      { key: 'organization', header: 'Organization', cell: ({ organization }) => organization },
      {
        key: 'state',
        header: 'State',
        cell: ({ state, renewalAskedAt }) => (
          <>
            <RequestState state={state} />
            {renewalAskedAt && state !== 'superseded' && (
              <span className={small}>
                asked for a new link <RelativeTime at={renewalAskedAt} />
              </span>
            )}
          </>
        ),
      },
      { key: 'asked', header: 'Asked for', cell: (row) => <Asked {...row} /> },
      { key: 'sent', header: 'Sent', cell: (row) => <Sent {...row} /> },
      { key: 'answer', header: 'Answer', cell: (row) => <Answer row={row} href={href} /> },
    ]}
  />
);
