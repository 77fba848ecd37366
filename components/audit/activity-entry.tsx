import type { ReactNode } from 'react';
import { useFormats } from '#formats';
import { CopyButton } from '@/components/ui/copy-button';
import { DefinitionList } from '@/components/ui/definition-list';
import type { Formats } from '@/components/ui/formats';
import { Icon } from '@/components/ui/icon';
import { RelativeTime } from '@/components/ui/relative-time';
import { describeDetail } from '@/lib/audit/detail-words';
import type { Activity } from '@/lib/audit/queries';
import { wordingOf } from '@/lib/audit/sentences';
import { TopicIcon } from './topic-icon';

/** One event: who did what and when; opened, everything that was written down about it. */
export function ActivityEntry({ event }: { event: Activity }) {
  const formats = useFormats();
  const { topic, say } = wordingOf(event.action);
  return (
    <details className="group">
      <summary className="grid list-none grid-cols-[2rem_minmax(0,1fr)_auto] items-center gap-x-3 px-3 py-2 hover:bg-sunken sm:px-4 md:grid-cols-[2rem_minmax(0,14rem)_minmax(0,1fr)_7rem_1rem] [&::-webkit-details-marker]:hidden">
        <span className="row-span-3 self-start md:row-span-1 md:self-center">
          <TopicIcon topic={topic} />
        </span>
        <span className="min-w-0">
          <span className="block font-medium break-words">{event.person}</span>
          <span className="block text-sm break-words text-muted">
            {event.automatic ? 'Automatic' : event.organization}
          </span>
        </span>
        <span className="col-start-2 min-w-0 break-words md:col-start-3">{say(event)}</span>
        <span className="col-start-2 text-sm text-muted md:col-start-4 md:text-right">
          <RelativeTime at={event.at} />
        </span>
        <Icon name="expand" className="col-start-3 row-start-1 text-muted group-open:rotate-180 md:col-start-5" />
      </summary>
      <div className="border-t border-line bg-canvas px-3 py-4 sm:px-4 md:pl-15">
        <DefinitionList items={factsOf(event, formats)} />
      </div>
    </details>
  );
}

function factsOf(event: Activity, { precise, number }: Formats): { term: string; description: ReactNode }[] {
  const { label, subject } = wordingOf(event.action);
  const named = { Customer: event.customer, Partner: event.partner, Provider: event.provider };
  return [
    { term: 'Action', description: label },
    { term: 'Time', description: precise(event.at) },
    ...Object.entries(named).flatMap(([term, description]) => (description ? { term, description } : [])),
    ...describeDetail(event.detail).map(({ term, lines }) => ({
      term,
      description: isCode(lines) ? (
        <Code value={lines.join()} label={`Copy ${term} of event ${event.seq}`} />
      ) : (
        <Lines lines={lines} />
      ),
    })),
    ...(subject && event.subjectId
      ? [
          {
            term: `${subject} id`,
            description: <Code value={event.subjectId} label={`Copy ${subject} id of event ${event.seq}`} />,
          },
        ]
      : []),
    { term: 'Event', description: number(event.seq) },
    { term: 'Hash', description: <Code value={event.hash} label={`Copy hash of event ${event.seq}`} /> },
  ];
}

/** One id or one digest: nobody reads it, people copy it. */
const isCode = (lines: string[]) =>
  lines.length === 1 && /^([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(lines.join());

const Lines = ({ lines }: { lines: string[] }) =>
  lines.length === 1 ? (
    lines[0]
  ) : (
    <ul className="grid gap-1">
      {[...new Set(lines)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );

const Code = ({ value, label }: { value: string; label: string }) => (
  <span className="flex flex-wrap items-center gap-x-1">
    <code className="min-w-0 font-mono text-sm break-all">{value}</code>
    <CopyButton value={value} label={label} />
  </span>
);
