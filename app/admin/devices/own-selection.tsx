'use client';

import type { ReactNode } from 'react';
import { assign } from '@/app/profiles/actions';
import { DeviceChoice, useCountOf } from '@/components/devices/device-choice';
import { ProfileActions } from '@/components/profiles/profile-actions';
import { paths } from '@/lib/paths';

interface OwnSelectionProps {
  customerId: string;
  profiles: { id: string; name: string }[];
  /** The table, whose boxes carry the ids of the devices as their values. */
  children: ReactNode;
}

/** What an organization can do with its own devices that are chosen. */
export function OwnSelection({ customerId, profiles, children }: OwnSelectionProps) {
  const countOf = useCountOf();
  return (
    <DeviceChoice
      kept={`own-devices:${customerId}`}
      actions={({ ids, say }) => (
        <ProfileActions
          choices={profiles}
          profilesHref={paths.ownProfiles()}
          what={countOf(ids.length)}
          removal={[
            'Both yours and a partner’s are taken off. The partner sees in the history of the device that its own was.',
            'Setup then asks everything that the profile left out.',
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
    >
      {children}
    </DeviceChoice>
  );
}
