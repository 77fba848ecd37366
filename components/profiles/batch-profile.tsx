import { useFormats } from '#formats';
import type { Formats } from '@/components/ui/formats';
import type { listBatches } from '@/lib/batches/queries';

type Batch = Awaited<ReturnType<typeof listBatches>>['batches'][number];

const stops = {
  consent_ended: 'the customer’s consent ended',
  suspended: 'support suspended the partner',
  profile_gone: 'the profile was deleted',
  permission_revoked: 'whoever asked for it may not any more',
};

function progressOf({ devices, run }: Pick<Batch, 'devices' | 'run'>, { number }: Formats): string | null {
  if (!run) return null;
  const done = `${number(Math.min(run.done, devices))} of ${number(devices)} devices`;
  const what = run.profileId ? `Applying “${run.profileName ?? 'a profile'}”` : 'Removing the profile';
  if (!run.finishedAt) return `${what}: ${done}`;
  return run.stopped ? `Stopped after ${done}, because ${stops[run.stopped]}` : null;
}

/** Which profile the devices of a batch have, and how far it is with being given one. */
export function BatchProfile({ batch }: { batch: Pick<Batch, 'devices' | 'profiles' | 'run'> }) {
  const formats = useFormats();
  const { number } = formats;
  const { devices, profiles } = batch;
  const progress = progressOf(batch, formats);
  const named = profiles.map(({ name, devices: of }) =>
    of === devices ? name : `${name} (${number(of)} of ${number(devices)})`,
  );
  return (
    <>
      {named.length > 0 ? named.join(', ') : <span className="text-muted">None</span>}
      {progress && (
        <span role="status" className="block text-sm text-muted tabular-nums">
          {progress}
        </span>
      )}
    </>
  );
}
