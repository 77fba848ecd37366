import type { MailModel } from '@/lib/mail/mail-model';

interface MailPreviewProps {
  from: string;
  to: string;
  mail: MailModel;
}

/** A mail as it will arrive, made of the model that the outbox renders. Its link leads nowhere yet. */
export const MailPreview = ({ from, to, mail: { subject, paragraphs, action, footer } }: MailPreviewProps) => (
  <div className="overflow-hidden rounded-md border border-line bg-surface">
    <dl className="grid grid-cols-[max-content_1fr] gap-x-3 gap-y-1 border-b border-line bg-sunken px-4 py-3 text-sm">
      <dt className="text-muted">From</dt>
      <dd className="min-w-0 break-words">{from}</dd>
      <dt className="text-muted">To</dt>
      <dd className="min-w-0 break-words">{to}</dd>
      <dt className="text-muted">Subject</dt>
      <dd className="min-w-0 font-medium break-words">{subject}</dd>
    </dl>
    <div className="grid gap-3 px-4 py-4">
      <p className="text-lg font-semibold">{subject}</p>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="break-words">
          {paragraph}
        </p>
      ))}
      <p>
        <span className="inline-flex min-h-9 items-center rounded-md bg-accent px-4 font-medium text-on-accent">
          {action.label}
        </span>
      </p>
      <p className="border-t border-line pt-3 text-sm text-muted">{footer}</p>
    </div>
  </div>
);
