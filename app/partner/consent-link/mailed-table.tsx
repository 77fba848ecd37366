import { Mail } from 'lucide-react';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Breakable } from '@/components/ui/breakable';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { type listMailed, type MailedLink, mailsPerPage } from '@/lib/oem/mailed-queries';
import { paths } from '@/lib/paths';

interface MailedTableProps {
  mailed: Awaited<ReturnType<typeof listMailed>>;
  /** Set right after one was mailed: its id. */
  sentTo?: string;
}

const small = 'block text-sm text-muted';

function Answer({ customer, linkEndedAt }: MailedLink) {
  if (customer)
    return (
      <>
        <Badge tone="success" icon="check">
          Accepted
        </Badge>
        <span className={small}>
          <TextLink href={paths.customer(customer.id)}>{customer.name}</TextLink>, <RelativeTime at={customer.since} />
        </span>
      </>
    );
  return (
    <>
      <Badge tone="neutral" icon="minus">
        Not yet
      </Badge>
      {linkEndedAt && <span className={small}>This mail’s link has ended; mail the new one.</span>}
    </>
  );
}

/** Whom the link was mailed to from here, and whether that organization has accepted. */
export function MailedTable({ mailed: { rows, total, page }, sentTo }: MailedTableProps) {
  const sent = rows.find(({ id }) => id === sentTo);
  return (
    <section className="min-w-0">
      <h2 className="mb-2 text-lg">Mailed to</h2>
      {sent && (
        <div className="mb-4">
          <Alert tone="success" title="Link mailed">
            The mail to {sent.recipientName} ({sent.recipientEmail}) is on its way. You are told as soon as{' '}
            {sent.organization} accepts or declines.
          </Alert>
        </div>
      )}
      <DataTable
        caption="Whom the link was mailed to, newest first"
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={Mail} title="The link was mailed to nobody yet">
            Mail it from here, or copy it into a mail or onto a page of your own. Who accepts is among your customers
            either way.
          </EmptyState>
        }
        columns={[
          {
            key: 'recipient',
            header: 'Recipient',
            cell: ({ recipientName, recipientEmail }) => (
              <>
                {recipientName}
                <span className={small}>
                  <Breakable text={recipientEmail} />
                </span>
              </>
            ),
          },
          { key: 'organization', header: 'Organization', cell: ({ organization }) => organization },
          {
            key: 'sent',
            header: 'Mailed',
            cell: ({ sentAt, sentBy }) => (
              <>
                <RelativeTime at={sentAt} />
                <span className={small}>by {sentBy}</span>
              </>
            ),
          },
          { key: 'answer', header: 'Consent now', cell: (row) => <Answer {...row} /> },
        ]}
      />
      <Pagination
        page={page}
        pageSize={mailsPerPage}
        total={total}
        href={(to) => paths.consentLink({ page: to > 1 ? String(to) : undefined })}
      />
    </section>
  );
}
