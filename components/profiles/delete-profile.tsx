import { ConfirmedAction } from '@/components/ui/confirmed-action';
import type { Profile } from '@/lib/profiles/queries';

interface DeleteProfileProps {
  profile: Pick<Profile, 'name' | 'isDefault'>;
  run: () => Promise<{ ok: true } | { ok: false; reason: string; message?: string }>;
}

export const DeleteProfile = ({ profile: { name, isDefault }, run }: DeleteProfileProps) => (
  <ConfirmedAction
    label="Delete profile"
    question={`Delete the profile “${name}”?`}
    consequences={[
      'It cannot be brought back. What was done with it stays in the activity log.',
      ...(isDefault ? ['Devices that are registered from now on get no profile, until another is the default.'] : []),
      'A profile that a device has is not deleted.',
    ]}
    done={`The profile “${name}” is deleted.`}
    run={run}
    already="not_found"
  />
);
