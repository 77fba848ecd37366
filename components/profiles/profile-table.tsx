import type { ReactNode } from 'react';
import { useFormats } from '#formats';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { Profile } from '@/lib/profiles/queries';
import { sayable } from '@/lib/profiles/settings';

interface ProfileTableProps {
  profiles: Profile[];
  /** Where a profile is changed; null for one that the viewer cannot change. */
  href: (profile: Profile) => string | null;
  actions?: ((profile: Profile) => ReactNode) | undefined;
  empty: ReactNode;
}

function Name({ profile, href }: { profile: Profile; href: string | null }) {
  const { name, description, isDefault } = profile;
  return (
    <span className="grid min-w-0 gap-0.5 wrap-anywhere">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {href ? <TextLink href={href}>{name}</TextLink> : name}
        {isDefault && (
          <Badge tone="info" icon="check">
            Default
          </Badge>
        )}
      </span>
      {description && <span className="text-sm font-normal text-muted">{description}</span>}
    </span>
  );
}

/** The profiles of a customer: what they do, who made them, and how many devices have them. */
export function ProfileTable({ profiles, href, actions, empty }: ProfileTableProps) {
  const { number } = useFormats();
  return (
    <DataTable
      caption="Profiles by name"
      rows={profiles}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        { key: 'name', header: 'Profile', cell: (profile) => <Name profile={profile} href={href(profile)} /> },
        { key: 'settings', header: 'During setup', cell: ({ settings }) => sayable(settings) },
        { key: 'devices', header: 'Devices', align: 'right', cell: ({ devices }) => number(devices) },
        {
          key: 'maker',
          header: 'Made by',
          cell: ({ makerName, personName }) => (
            <>
              {makerName}
              <span className="block text-sm text-muted">{personName}</span>
            </>
          ),
        },
        { key: 'changed', header: 'Changed', cell: ({ updatedAt }) => <RelativeTime at={updatedAt} /> },
        ...(actions ? [{ key: 'actions', header: 'Actions', cell: actions }] : []),
      ]}
    />
  );
}
