import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { paths } from '@/lib/paths';

interface CopiedMailProps {
  subject: string;
  text: string;
  /** Where there is more to ask. */
  onAgain?: () => void;
}

/** The mail for the sender to send, the only time its link is seen. */
export function CopiedMail({ subject, text, onAgain }: CopiedMailProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card>
      <div className="grid max-w-3xl gap-4">
        <h2 ref={heading} tabIndex={-1} className="text-lg">
          Your mail is ready to copy
        </h2>
        <Alert tone="warning" title="This is shown once">
          We keep no copy of the link. Copy the mail now and send it to the recipient yourself.
        </Alert>
        <dl className="grid gap-1">
          <dt className="text-sm text-muted">Subject</dt>
          <dd className="font-medium break-words">{subject}</dd>
        </dl>
        <pre className="rounded-md border border-line bg-sunken p-4 text-sm wrap-anywhere whitespace-pre-wrap">
          {text}
        </pre>
        <div className="flex flex-wrap gap-3">
          <CopyButton value={text} label="Copy mail" labelled />
          <Link href={paths.requests()} prefetch={false} className={buttonClass({ variant: 'secondary' })}>
            Go to requests
          </Link>
          {onAgain && (
            <Button variant="ghost" onClick={onAgain}>
              Request another
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}
