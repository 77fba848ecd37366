'use client';

import type { ComponentProps } from 'react';
import { assignToBatch } from '@/app/profiles/actions';
import { BatchProfile } from '@/components/profiles/batch-profile';
import { ProfileActions } from '@/components/profiles/profile-actions';
import { paths } from '@/lib/paths';

interface BatchBarProps {
  customerId: string;
  batch: { id: string; name: string } & ComponentProps<typeof BatchProfile>['batch'];
  /** Profiles to apply; null for who applies none. */
  profiles: { id: string; name: string }[] | null;
}

/** One batch: the profile of its devices, and what can be done with all of them. */
export const BatchBar = ({ customerId, batch, profiles }: BatchBarProps) => (
  <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
    <p className="grow">
      <span className="text-muted">Profile of the batch: </span>
      <BatchProfile batch={batch} />
    </p>
    {profiles && (
      <div className="flex flex-wrap items-center gap-2">
        <ProfileActions
          choices={profiles}
          profilesHref={paths.profiles(customerId)}
          what={`all devices of the batch “${batch.name}”`}
          labels={{ apply: 'Apply profile to batch', remove: 'Remove profile from batch' }}
          done="It is being removed. This page shows how far it is."
          removal={[
            'Setup then asks everything that the profile left out.',
            'Devices that are set up stay as they are. A large batch takes a while; this page shows how far it is.',
          ]}
          run={(profileId) => assignToBatch(customerId, batch.id, profileId)}
        />
      </div>
    )}
  </div>
);
