import { ActionButton } from '@/components/ui/action-button';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import type { UserActor } from '@/lib/auth/actor';
import type { Removal } from '@/lib/support/removal-queries';
import { RevokeConsent } from '../../consents/revoke-consent';
import { TakeBack } from '../../consents/take-back';
import { release, take } from '../actions';
import { Refuse } from './decisions';

const refusals = {
  taken: 'A colleague has taken it up meanwhile.',
  not_taken: 'It was put back meanwhile. Take it up first.',
  closed: 'It was answered or withdrawn meanwhile.',
};

/** What this person of support can do about an open request. */
export function RemovalActions({ removal, actor }: { removal: Removal; actor: UserActor }) {
  const { id, state, assignee, assigneeId, consentId, customerName, partnerName } = removal;
  const sides = { consentId, customerName, partnerName };
  const mine = assigneeId === actor.id;
  const putBack = <ActionButton label="Put back" size="sm" run={release.bind(null, id)} refusals={refusals} />;
  const revoke = (
    <>
      <RevokeConsent consent={{ ...sides, askedInPortalBy: removal.askedBy }} />
      {removal.endsAt && <TakeBack {...sides} />}
    </>
  );
  if (state === 'in_review' && !mine) {
    return (
      <Card title="What you can do">
        <div className="grid gap-3">
          <Alert tone="info">
            {assignee} is looking at it. Only {assignee} can answer it now.
          </Alert>
          {actor.roles.includes('support_admin') && putBack}
        </div>
      </Card>
    );
  }
  return (
    <Card title="What you can do">
      <div className="flex flex-wrap items-start gap-3">
        {mine ? (
          <>
            {revoke}
            <Refuse {...removal} />
            {putBack}
          </>
        ) : (
          <>
            <ActionButton label="Take up" variant="primary" size="sm" run={take.bind(null, id)} refusals={refusals} />
            {revoke}
          </>
        )}
      </div>
      {!mine && (
        <p className="mt-3 text-sm text-muted">
          Take it up to refuse it. The customer then sees that support looks at it.
        </p>
      )}
    </Card>
  );
}
