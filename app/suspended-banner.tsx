import { Alert } from '@/components/ui/alert';
import { RelativeTime } from '@/components/ui/relative-time';
import type { UserActor } from '@/lib/auth/actor';
import { ownSuspension } from '@/lib/suspensions/own-queries';

/** On every page of a suspended organization: what happened, since when, why, and whom to ask. */
export async function SuspendedBanner({ actor }: { actor: UserActor }) {
  const suspension = await ownSuspension(actor, {});
  if (!suspension) return null;
  const { name } = actor.tenant;
  return (
    <div className="mb-6 print:hidden">
      <Alert tone="warning" title={`${name} is suspended`}>
        <p>
          Countersign support suspended your organization <RelativeTime at={suspension.since} />:{' '}
          <q>{suspension.reason}</q>
        </p>
        <p className="mt-1">
          Nothing can be changed, and your customers and their devices are out of reach, until support reinstates it.
          Your activity log, your receipts and your notifications stay readable. If you think this is a mistake, ask
          Countersign support.
        </p>
      </Alert>
    </div>
  );
}
