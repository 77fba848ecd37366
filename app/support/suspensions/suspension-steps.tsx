import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import type { ListedSuspension } from '@/lib/suspensions/queries';
import { Confirm, Reinstate, TurnDown } from './decide';

/** What this person of support can do about a suspension, or who can. */
export async function SuspensionSteps({ suspension }: { suspension: ListedSuspension }) {
  const { id, state, organization, client, proposedById } = suspension;
  if (state !== 'proposed' && state !== 'active') return null;
  const actor = await currentActor();
  const about = { id, organization, client };
  if (!allows(actor, 'suspensions:decide')) {
    return (
      <p className="text-sm text-muted">
        A support administrator {state === 'proposed' ? 'confirms it or turns it down' : 'can reinstate it'}.
      </p>
    );
  }
  if (state === 'active') {
    return (
      <div>
        <Reinstate {...about} />
      </div>
    );
  }
  const own = actor?.type === 'user' && actor.id === proposedById;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {!own && <Confirm {...about} />}
      <TurnDown {...about} />
      {own && <p className="text-sm text-muted">You proposed it, so another support administrator confirms it.</p>}
    </div>
  );
}
