'use client';

import { type ReactNode, useState } from 'react';
import { assign } from '@/app/profiles/actions';
import { ChangeDialog } from '@/components/devices/change-dialog';
import { type Chosen, DeviceChoice, useCountOf } from '@/components/devices/device-choice';
import { ProfileActions } from '@/components/profiles/profile-actions';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { longestGroupTag } from '@/lib/devices/limits';
import { paths } from '@/lib/paths';
import { deregister, move, tag } from './actions';
import { ListDialog } from './list-dialog';

interface DeviceSelectionProps {
  customerId: string;
  customerName: string;
  /** Profiles to apply; null for who applies none. */
  profiles: { id: string; name: string }[] | null;
  /** The table, whose boxes carry the ids of the devices as their values. */
  children: ReactNode;
}

/** What can be done with the devices that are chosen in a customer's list. */
export function DeviceSelection({ customerId, customerName, profiles, children }: DeviceSelectionProps) {
  const countOf = useCountOf();
  const [gone, setGone] = useState<readonly string[]>([]);
  const over = gone.length > 0;
  const run = async (ids: string[]) => {
    const result = await deregister(customerId, ids);
    if (result.ok || result.reason === 'already_gone') setGone(ids);
    return result;
  };
  const actions = ({ ids, choose, say }: Chosen) => (
    <>
      <ChangeDialog
        label="Change group tag"
        title={`Change the group tag of ${countOf(ids.length)}`}
        field="Group tag"
        hint="Replaces the one each of them has. Leave it empty to take it away."
        maxLength={longestGroupTag}
        run={(value) => tag(customerId, ids, value)}
        onDone={(_tag, changed) => say(`Group tag of ${countOf(changed)} changed.`)}
      />
      <ChangeDialog
        label="Move to batch"
        title={`Move ${countOf(ids.length)} to another batch`}
        field="Batch name"
        hint="A name you used before adds to that batch."
        maxLength={100}
        run={(value) => move(customerId, ids, value)}
        onDone={(_batch, changed) => say(`${countOf(changed)} moved.`)}
      />
      {profiles && (
        <ProfileActions
          choices={profiles}
          profilesHref={paths.profiles(customerId)}
          what={countOf(ids.length)}
          removal={[
            'Setup then asks everything that the profile left out.',
            'Devices that are set up stay as they are.',
          ]}
          run={(profileId) => assign(customerId, ids, profileId)}
          onDone={(name) =>
            say(
              name
                ? `Profile “${name}” applied to ${countOf(ids.length)}.`
                : `Profile of ${countOf(ids.length)} removed.`,
            )
          }
        />
      )}
      <ConfirmedAction
        label="Deregister devices"
        question={`Deregister ${countOf(over ? gone.length : ids.length)} of ${customerName}?`}
        consequences={[
          'They are no longer registered for Windows Autopilot, and leave this list.',
          'What uploads did stays readable. The devices can be registered again.',
        ]}
        done={`${countOf(gone.length)} deregistered.`}
        run={() => run(ids)}
        already="already_gone"
        onLeave={() => {
          if (over) choose([]);
          setGone([]);
        }}
      />
    </>
  );
  return (
    <DeviceChoice
      kept={`devices:${customerId}`}
      more={({ ids, choose }) => <ListDialog customerId={customerId} onFound={(found) => choose([...ids, ...found])} />}
      actions={actions}
    >
      {children}
    </DeviceChoice>
  );
}
