import { Download } from 'lucide-react';
import { load } from '@/app/load';
import { deviceItems } from '@/components/conflicts/device-items';
import { LivePage } from '@/components/live/live-page';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { deviceLabel } from '@/lib/conflicts/names';
import { proofTypes } from '@/lib/conflicts/proof-type';
import { getConflict } from '@/lib/conflicts/queue-queries';
import { submittedBy } from '@/lib/conflicts/views';
import { paths } from '@/lib/paths';
import { Notes } from '../../notes';
import { note as writeNote } from '../actions';
import { ConflictState } from './conflict-state';
import { Decide } from './decide';

export const metadata = { title: 'Device conflict' };

/** A side of the conflict by its name, which leads to all that support knows of it. */
const Side = ({ id, of: { name, domain } }: { id: string; of: { name: string; domain: string } }) => (
  <>
    <TextLink href={paths.supportTenant(id)}>{name}</TextLink> ({domain})
  </>
);

/** One conflict with both sides, for support to decide. */
export default async function ConflictPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const file = await load(getConflict, { id }, paths.supportConflict(id));
  const { conflict, askedBy, refusedBy } = file;
  const { orderReference, note, refusal, proofType, proofAt } = conflict;
  return (
    <>
      <LivePage topics={['conflict_queue']} name="Device conflict" />
      <PageHeader
        title={`Conflict about ${deviceLabel(conflict.registered)}`}
        breadcrumb={[{ label: 'Device conflicts', href: paths.supportConflicts() }]}
        description="Neither side is told who the other is. Only you see both."
      />
      <div className="grid gap-4">
        <ConflictState file={file} />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Card title="Who asks">
            <div className="grid gap-4">
              <DefinitionList
                items={[
                  { term: 'Partner', description: <Side id={conflict.askerPartnerId} of={file.asker} /> },
                  {
                    term: 'For its customer',
                    description: <Side id={conflict.askerCustomerId} of={file.askerCustomer} />,
                  },
                  { term: 'May act for it', description: file.askerMayAct ? 'Yes' : 'No, the consent has ended' },
                  {
                    term: 'Asked',
                    description: (
                      <>
                        <RelativeTime at={conflict.createdAt} /> by {askedBy}
                      </>
                    ),
                  },
                  ...deviceItems(submittedBy(conflict)),
                  ...(orderReference ? [{ term: 'Order reference', description: orderReference }] : []),
                  ...(note ? [{ term: 'Note to support', description: <q>{note}</q> }] : []),
                  {
                    term: 'Proof of purchase',
                    description: (
                      <>
                        {proofTypes[proofType].name}, sent <RelativeTime at={proofAt} />
                      </>
                    ),
                  },
                ]}
              />
              <a
                href={paths.conflictProof(id)}
                download
                className={`${buttonClass({ variant: 'secondary', size: 'sm' })} justify-self-start`}
              >
                <Download aria-hidden className="size-4" />
                Download proof
              </a>
            </div>
          </Card>
          <Card title="Who has it">
            <DefinitionList
              items={[
                { term: 'Customer', description: <Side id={conflict.holderCustomerId} of={file.holder} /> },
                { term: 'Registered by', description: <Side id={conflict.registrarId} of={file.registrar} /> },
                ...deviceItems(conflict.registered),
                { term: 'Registered now', description: file.registered ? 'Yes' : 'No' },
                ...(refusal
                  ? [
                      {
                        term: 'Refused',
                        description: (
                          <>
                            <q>{refusal}</q> ({refusedBy})
                          </>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </Card>
        </div>
        {conflict.state === 'escalated' && (
          <Card title="Your decision">
            <p className="mb-4">
              Does the proof name this device, and is it later than what the holder says? Both sides read your reason.
            </p>
            <Decide id={id} device={deviceLabel(conflict.registered)} holder={file.holder.name} />
          </Card>
        )}
        <Card title="Notes">
          <Notes notes={file.notes} write={writeNote.bind(null, id)} />
        </Card>
      </div>
    </>
  );
}
