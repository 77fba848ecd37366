import { useFormats } from '#formats';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { DeskFigures } from '@/lib/support/figures-queries';

const queues: {
  key: keyof DeskFigures['waiting'];
  label: string;
  /** What waits for customers has no queue: nobody of support works it off. */
  queue?: string;
  oldest: (id: string) => string;
}[] = [
  { key: 'removals', label: 'Removal requests', queue: paths.removals(), oldest: paths.removal },
  {
    key: 'conflicts',
    label: 'Device conflicts to decide',
    queue: paths.supportConflicts(),
    oldest: paths.supportConflict,
  },
  {
    key: 'partners',
    label: 'Applications to become a partner',
    queue: paths.partnerApplications(),
    oldest: paths.partnerApplication,
  },
  { key: 'names', label: 'Names that partners want', queue: paths.nameChanges(), oldest: paths.nameChange },
  { key: 'applications', label: 'Applications for an OEM link', queue: paths.oemLinks(), oldest: paths.oemLink },
  { key: 'suspensions', label: 'Proposed suspensions', queue: paths.suspensions(), oldest: paths.suspension },
  { key: 'requests', label: 'Consent requests, at customers', oldest: paths.supportRequest },
];

/** What waits for an answer, by queue, and the one of each that waits longest. */
export function WaitingCard({ waiting }: { waiting: DeskFigures['waiting'] }) {
  const { number } = useFormats();
  return (
    <Card title="Waiting for an answer">
      <DataTable
        caption="What waits for an answer"
        rows={queues}
        rowKey={({ key }) => key}
        empty={null}
        columns={[
          {
            key: 'queue',
            header: 'Queue',
            cell: ({ label, queue }) => (queue ? <TextLink href={queue}>{label}</TextLink> : label),
          },
          { key: 'open', header: 'Open', align: 'right', cell: ({ key }) => number(waiting[key].total) },
          {
            key: 'oldest',
            header: 'Oldest',
            cell: ({ key, oldest }) => {
              const first = waiting[key].oldest;
              return first ? (
                <TextLink href={oldest(first.id)}>
                  <RelativeTime at={first.since} />
                </TextLink>
              ) : (
                'None'
              );
            },
          },
        ]}
      />
    </Card>
  );
}
