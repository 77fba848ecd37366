import { Download } from 'lucide-react';
import { useFormats } from '#formats';
import { ConflictStateBadge } from '@/components/conflicts/conflict-state-badge';
import { deviceItems } from '@/components/conflicts/device-items';
import { ProgressNote } from '@/components/conflicts/progress-note';
import { LivePage } from '@/components/live/live-page';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { deviceLabel } from '@/lib/conflicts/names';
import { proofTypes } from '@/lib/conflicts/proof-type';
import { isOpen } from '@/lib/conflicts/state';
import type { AskerView } from '@/lib/conflicts/views';
import { paths } from '@/lib/paths';
import { withdraw } from '../actions';
import { ReplaceProof } from './replace-proof';

/** The page of whoever asked for a device: how it stands, what was sent, and what can be done next. */
export function AskerPage({ view, mayAsk }: { view: AskerView; mayAsk: boolean }) {
  const { number } = useFormats();
  const { id, state, device, customerId, customerName, proof, orderReference, note, closedAt } = view;
  const free = !view.registered && (state === 'released' || state === 'closed');
  const { serial, manufacturer, model, productKey } = device;
  return (
    <div className="mx-auto max-w-3xl">
      <LivePage topics={['conflicts', 'uploads']} name="Device conflict" />
      <PageHeader
        title={`Release of ${deviceLabel(device)}`}
        breadcrumb={[{ label: 'Device conflicts', href: paths.conflicts() }]}
        action={
          free &&
          mayAsk && (
            <a
              href={paths.uploadDevices(customerId, { serial, manufacturer, model, productKey })}
              className={buttonClass()}
            >
              Register it now
            </a>
          )
        }
      />
      <div className="grid gap-4">
        <ProgressNote view={view} />
        <Card title="What you asked for">
          <DefinitionList
            items={[
              { term: 'State', description: <ConflictStateBadge state={state} /> },
              ...deviceItems(device),
              { term: 'For', description: <TextLink href={paths.customer(customerId)}>{customerName}</TextLink> },
              {
                term: 'Asked',
                description: (
                  <>
                    <RelativeTime at={view.askedAt} /> by {view.askedBy}, by row {view.row} of{' '}
                    <TextLink href={paths.upload(view.uploadId)}>this upload</TextLink>
                  </>
                ),
              },
              ...(closedAt ? [{ term: 'Settled', description: <RelativeTime at={closedAt} /> }] : []),
            ]}
          />
        </Card>
        <Card title="For support only">
          <div className="grid gap-4">
            <DefinitionList
              items={[
                {
                  term: 'Proof of purchase',
                  description: (
                    <>
                      {proofTypes[proof.type].name}, {number(Math.max(1, proof.bytes / 1000))} kB, sent{' '}
                      <RelativeTime at={proof.at} />
                    </>
                  ),
                },
                ...(orderReference ? [{ term: 'Order reference', description: orderReference }] : []),
                ...(note ? [{ term: 'Note', description: <q>{note}</q> }] : []),
              ]}
            />
            <div className="flex flex-wrap items-start gap-3">
              <a href={paths.conflictProof(id)} download className={buttonClass({ variant: 'secondary', size: 'sm' })}>
                <Download aria-hidden className="size-4" />
                Download proof
              </a>
              {isOpen(state) && mayAsk && (
                <>
                  <ReplaceProof id={id} />
                  <ConfirmedAction
                    label="Withdraw request"
                    question="Withdraw this request?"
                    consequences={['The device stays where it is.', 'You can ask for it again at any time.']}
                    done="The request is withdrawn."
                    run={withdraw.bind(null, id)}
                    already="already_settled"
                  />
                </>
              )}
            </div>
          </div>
        </Card>
      </div>
    </div>
  );
}
