import { Inbox } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { LivePage } from '@/components/live/live-page';
import { buttonClass } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';

interface QueueRow {
  id: string;
  askedAt: Date;
  /** Who looks at it, where somebody takes it up before it is answered. */
  assignee?: string | null;
  closedAt: Date | null;
}

type Columns<Row> = ComponentProps<typeof DataTable<Row>>['columns'];

interface QueuePageProps<Row extends QueueRow> {
  /** The way to the queues beside this one. */
  beside?: ReactNode;
  title: string;
  description: string;
  topics: ComponentProps<typeof LivePage>['topics'];
  /** What is asked of support: "request", and in full "removal request". */
  word: string;
  inFull?: string;
  /** What will be here, while nothing waits. */
  hint: string;
  /** Whether what waits is shown, or what was answered. */
  open: boolean;
  list: { rows: Row[]; total: number; page: number };
  pageSize: number;
  href: (search: { show?: string; page?: string }) => string;
  /** What it is about and how it stands. */
  columns: Columns<Row>;
  /** Beside how long it has waited. */
  waiting?: Columns<Row>;
  /** Who answered, where nobody takes it up before that. */
  answeredBy?: (row: Row) => string | null;
}

/** A queue of what support is asked for: what waits, or what was answered before. */
export function QueuePage<Row extends QueueRow>(given: QueuePageProps<Row>) {
  const { title, description, topics, word, inFull = word, hint, open, list, pageSize, href, answeredBy } = given;
  const show = open ? undefined : 'closed';
  const answered: Columns<Row> = [
    { key: 'closed', header: 'Answered', cell: ({ closedAt }) => closedAt && <RelativeTime at={closedAt} /> },
    ...(answeredBy ? [{ key: 'by', header: 'By', cell: (row: Row) => answeredBy(row) ?? 'Nobody' }] : []),
  ];
  const assignee: Columns<Row> = [{ key: 'assignee', header: 'Assignee', cell: (row) => row.assignee ?? 'Nobody' }];
  return (
    <>
      <LivePage topics={topics} name={title} />
      {given.beside}
      <PageHeader
        title={title}
        description={description}
        action={
          <a href={href({ show: open ? 'closed' : undefined })} className={buttonClass({ variant: 'secondary' })}>
            {open ? `Show answered ${word}s` : `Show open ${word}s`}
          </a>
        }
      />
      <DataTable
        caption={`${open ? 'Open' : 'Answered'} ${inFull}s`}
        rows={list.rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={Inbox} title={open ? 'Nobody is waiting' : `No ${word} was answered yet`}>
            {open ? hint : undefined}
          </EmptyState>
        }
        columns={[
          ...given.columns,
          {
            key: 'asked',
            header: open ? 'Waiting since' : 'Asked',
            cell: ({ askedAt }) => <RelativeTime at={askedAt} />,
          },
          ...(open ? (given.waiting ?? []) : []),
          ...(answeredBy ? [] : assignee),
          ...(open ? [] : answered),
        ]}
      />
      <Pagination
        page={list.page}
        pageSize={pageSize}
        total={list.total}
        href={(to) => href({ show, page: to > 1 ? String(to) : undefined })}
      />
    </>
  );
}
