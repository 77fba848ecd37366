import { Download } from 'lucide-react';
import { useFormats } from '#formats';
import { RelativeTime } from '@/components/ui/relative-time';
import { paths } from '@/lib/paths';
import { askedHowNames } from '@/lib/support/asked-how';
import type { SupportConsent } from '@/lib/support/consent-queries';
import { revocationStateNames } from '@/lib/support/revocation-state';

type Decided = SupportConsent['revocations'][number];

const Asker = ({ how, askerName, askerMail }: Decided) => (
  <p className="text-sm text-muted">
    {askedHowNames[how]}
    {askerName && `: ${askerName}`}
    {askerMail && `, ${askerMail}`}
  </p>
);

/** What support announced or did about a consent, the latest first: by whom, why, who asked, and what they showed. */
export function RevocationList({ revocations }: { revocations: Decided[] }) {
  const { day } = useFormats();
  return (
    <ul className="grid gap-4">
      {revocations.map((decided) => (
        <li key={decided.id} className="grid gap-1 border-l-2 border-line-strong pl-3">
          <p>
            <span className="font-medium">{revocationStateNames[decided.state]}</span>
            {decided.state === 'announced' && ` for ${day(decided.endsAt)}`}, decided{' '}
            <RelativeTime at={decided.createdAt} /> by {decided.by}
          </p>
          <p className="break-words">
            <q>{decided.reason}</q>
          </p>
          <Asker {...decided} />
          {decided.state === 'taken_back' && (
            <p className="break-words">
              Taken back by {decided.closedBy}: <q>{decided.takenBackFor}</q>
            </p>
          )}
          {decided.evidenceType && (
            <a href={paths.revocationEvidence(decided.id)} download className="link inline-flex items-center gap-1">
              <Download aria-hidden className="size-4" />
              Download evidence
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
