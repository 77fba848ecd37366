import { ShieldAlert, ShieldOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormats } from '#formats';
import { SuspendedNote } from '@/components/suspensions/suspended-note';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { dapRoles } from '@/lib/consent/dap-roles';
import { consentKindNames } from '@/lib/consent/names';
import type { Relationship } from '@/lib/consent/relationship-queries';
import { paths } from '@/lib/paths';
import { AnnouncedEnd } from './announced-end';
import { LastUsed } from './last-used';
import { PartnerName } from './partner-name';
import { RemovalProgress } from './removal-progress';

interface RelationshipsTableProps {
  caption: string;
  rows: Relationship[];
  /** What the reader can do about each, where there is anything. */
  actions?: (relationship: Relationship) => ReactNode;
  empty: ReactNode;
}

const roleNames = dapRoles.map(({ role }) => role).join(' and ');

function Access({ dap }: { dap: boolean }) {
  return dap ? (
    <div className="grid justify-items-start gap-1">
      <Badge tone="warning" icon={ShieldAlert}>
        Delegated administration
      </Badge>
      <span className="text-sm text-muted">{roleNames}</span>
    </div>
  ) : (
    <Badge tone="neutral" icon={ShieldOff}>
      None
    </Badge>
  );
}

/** Who may act for a customer: kind, administrative access, since when and by whose consent, and how much was done. */
export function RelationshipsTable({ caption, rows, actions, empty }: RelationshipsTableProps) {
  const { number } = useFormats();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: 'partner',
          header: 'Partner',
          cell: ({ suspendedAt, ...partner }) => (
            <>
              <PartnerName {...partner} />
              {suspendedAt && <SuspendedNote since={suspendedAt} />}
            </>
          ),
        },
        {
          key: 'kind',
          header: 'Relationship',
          cell: ({ kind, providerName, providerSuspendedAt, removal, ending }) => (
            <>
              {consentKindNames[kind]}
              {providerName && <span className="block text-sm text-muted">Provider: {providerName}</span>}
              {providerSuspendedAt && <SuspendedNote since={providerSuspendedAt} />}
              {ending && <AnnouncedEnd {...ending} />}
              {removal && <RemovalProgress removal={removal} />}
            </>
          ),
        },
        { key: 'access', header: 'Administrative access', cell: ({ dap }) => <Access dap={dap} /> },
        {
          key: 'since',
          header: 'Since',
          cell: ({ since, grantedBy, receiptId, partnerName }) => (
            <>
              <RelativeTime at={since} />
              <span className="block text-sm text-muted">granted by {grantedBy}</span>
              {receiptId && (
                <span className="block text-sm">
                  <TextLink href={paths.receipt(receiptId)}>
                    Receipt<span className="sr-only"> of the consent with {partnerName}</span>
                  </TextLink>
                </span>
              )}
            </>
          ),
        },
        {
          key: 'used',
          header: 'Last used',
          cell: ({ lastUsedAt, unused, devices, providerDevices, providerName }) => (
            <>
              <LastUsed at={lastUsedAt} unused={unused} />
              <span className="block text-sm text-muted">
                {number(devices)} {devices === 1 ? 'device' : 'devices'} registered
                {providerName && providerDevices > 0 && (
                  <>
                    , {number(providerDevices)} by {providerName}
                  </>
                )}
              </span>
            </>
          ),
        },
        ...(actions ? [{ key: 'actions', header: 'Actions', cell: actions }] : []),
      ]}
    />
  );
}
