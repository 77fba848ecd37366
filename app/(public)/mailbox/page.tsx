import { Inbox } from 'lucide-react';
import { load } from '@/app/load';
import { Alert } from '@/components/ui/alert';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { SearchForm } from '@/components/ui/search-form';
import { readMailbox } from '@/lib/mail/queries';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Mailbox' };

interface MailboxPageProps {
  searchParams: Promise<{ to?: string | string[] }>;
}

type Mail = Awaited<ReturnType<typeof readMailbox>>[number];

/** The text body with its links made clickable, in the order in which they stand. */
function Body({ text, links: [link, ...rest] }: Pick<Mail, 'text' | 'links'>) {
  if (!link) return text;
  const at = text.indexOf(link);
  if (at < 0) return <Body text={text} links={rest} />;
  return (
    <>
      {text.slice(0, at)}
      <a href={link} className="link break-all">
        {link}
      </a>
      <Body text={text.slice(at + link.length)} links={rest} />
    </>
  );
}

/** The outbox of a demo, in place of everybody's mail program. */
export default async function MailboxPage({ searchParams }: MailboxPageProps) {
  const { to: asked } = await searchParams;
  const to = typeof asked === 'string' && asked !== '' ? asked.slice(0, 254) : undefined;
  const mails = await load(readMailbox, { to }, paths.mailbox(to));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title="Mailbox" description="Mails to everybody, newest first." />
      <div className="grid gap-4">
        <Alert tone="info">
          This page exists in the demo only. Set SMTP_URL and mails go to their recipients instead.
        </Alert>
        <SearchForm label="Recipient address" name="to" value={to ?? ''} action={paths.mailbox()} />
        {mails.length === 0 && (
          <EmptyState icon={Inbox} title={to ? `No mail to ${to}` : 'No mail yet'}>
            {to ? 'Search for the whole address.' : 'Mails appear here as soon as the portal sends some.'}
          </EmptyState>
        )}
        <ul className="grid gap-4">
          {mails.map((mail) => (
            <li key={mail.id}>
              <article className="rounded-lg border border-line bg-surface p-4 shadow-sm sm:p-6">
                <div className="mb-3 border-b border-line pb-3">
                  <h2 className="text-lg break-words">{mail.subject}</h2>
                  <p className="flex flex-wrap justify-between gap-x-4 text-sm text-muted">
                    <span className="break-all">To {mail.to}</span>
                    <RelativeTime at={mail.at} />
                  </p>
                </div>
                <div className="whitespace-pre-line wrap-anywhere">
                  <Body {...mail} />
                </div>
              </article>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
