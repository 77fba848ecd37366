import { Alert } from '@/components/ui/alert';
import { RelativeTime } from '@/components/ui/relative-time';
import type { SupportConsent } from '@/lib/support/consent-queries';
import { RevokeConsent } from './revoke-consent';
import { TakeBack } from './take-back';

type ActionsConsent = Pick<SupportConsent, 'id' | 'kind' | 'customerName' | 'partnerName' | 'removal' | 'revocations'>;

/** What support can do about an active consent: end that of an OEM, or take its announced end back. */
export function ConsentActions({ consent }: { consent: ActionsConsent }) {
  const { id, kind, customerName, partnerName, removal, revocations } = consent;
  const announced = revocations.find(({ state }) => state === 'announced');
  if (kind !== 'oem') {
    return <p>{`${customerName} or ${partnerName} ends this consent. Support ends only that of an OEM.`}</p>;
  }
  const sides = { consentId: id, customerName, partnerName };
  return (
    <div className="grid gap-4">
      {announced && (
        <Alert tone="warning" title="Its end is announced">
          The consent ends <RelativeTime at={announced.endsAt} />. Both sides see the day and why.
        </Alert>
      )}
      <div className="flex flex-wrap items-start gap-3">
        {announced && <TakeBack {...sides} />}
        <RevokeConsent consent={{ ...sides, askedInPortalBy: removal?.askerName ?? null }} />
      </div>
    </div>
  );
}
