import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { ForwardForm } from './forward-form';
import type { HeldLink } from './held-link';

interface ForwardCardProps {
  link: HeldLink;
  /** Of the person signed in. */
  organization: string;
  administrators: string[];
  /** When this person did it before, and what they wrote. */
  forwarded: { at: Date; note: string } | null;
}

const list = new Intl.ListFormat('en', { type: 'conjunction' });
const shownAdministrators = 5;

function named(administrators: string[]): string {
  const more = administrators.length - shownAdministrators;
  const names = administrators.slice(0, shownAdministrators);
  return list.format(more > 0 ? [...names, `${more} more`] : names);
}

/** Who of the organization can answer, and the way to put it before them. */
export function ForwardCard({ link, organization, administrators, forwarded }: ForwardCardProps) {
  return (
    <div className="mt-4 text-base text-ink">
      <Card title="Who can answer">
        <div className="grid gap-4">
          {administrators.length === 0 ? (
            <p>
              Nobody else of {organization} who has an account here can answer. Ask whoever looks after the accounts of{' '}
              {organization}.
            </p>
          ) : (
            <p className="wrap-anywhere">{named(administrators)}</p>
          )}
          {forwarded && (
            <Alert tone="success" title="You forwarded it">
              {forwarded.note && <p className="wrap-anywhere">“{forwarded.note}”</p>}
              <p className="text-sm text-muted">
                <RelativeTime at={forwarded.at} />
              </p>
            </Alert>
          )}
          {!forwarded && administrators.length > 0 && <ForwardForm link={link} />}
        </div>
      </Card>
    </div>
  );
}
