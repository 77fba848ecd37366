import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DefinitionList } from '@/components/ui/definition-list';
import { TextLink } from '@/components/ui/text-link';
import { consentKindNames } from '@/lib/consent/names';
import type { Party, ReceiptContent } from '@/lib/consent/receipt';
import { exactMoment, receiptChanges } from '@/lib/consent/receipt-words';

interface ReceiptSheetProps {
  content: ReceiptContent;
  hash: string;
  /** Where the text that is hashed can be had. */
  record: string;
}

const named = ({ name, domain, mpnId }: Party) => `${name} (${domain}${mpnId ? `, partner ID ${mpnId}` : ''})`;
const granted = (yes: boolean) => (yes ? 'Granted' : 'Not granted');

function fromTo(before: string | null, after: string | null): ReactNode {
  if (before === after || before === null) return after;
  return after === null ? before : `${after}, before it ${before}`;
}

function factsOf({ by, at, customer, partner, provider, kind, dap, event, reason }: ReceiptContent) {
  const providers = fromTo(provider.before && named(provider.before), provider.after && named(provider.after));
  const access =
    dap.before === dap.after
      ? granted(dap.after)
      : `${granted(dap.after)}, before it ${granted(dap.before).toLowerCase()}`;
  return [
    { term: 'When', description: exactMoment(at) },
    { term: 'By', description: `${by.name} of ${by.organization}` },
    { term: 'Customer', description: named(customer) },
    { term: 'Partner', description: named(partner) },
    ...(providers ? [{ term: 'Provider', description: providers }] : []),
    { term: 'Relationship', description: consentKindNames[kind] },
    ...(kind === 'oem'
      ? []
      : [{ term: 'Delegated administration', description: event === 'granted' ? granted(dap.after) : access }]),
    ...(reason ? [{ term: 'Reason', description: reason }] : []),
  ];
}

/** A receipt as it is read and printed: one page of facts, the text that was shown, and what proves it. */
export const ReceiptSheet = ({ content, hash, record }: ReceiptSheetProps) => (
  <div className="receipt grid gap-4">
    <Card title="What happened">
      <DefinitionList items={factsOf(content)} />
      <p className="mt-4 border-t border-line pt-4">{receiptChanges(content).join(' ')}</p>
    </Card>
    <Card title={`What was shown to ${content.by.name}`}>
      <div className="grid gap-4">
        {content.shown.map(({ title, sentences }) => (
          <section key={title}>
            <h3 className="mb-1">{title}</h3>
            <ul className="ml-5 grid list-disc gap-1">
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
    <Card title="How to check it">
      <div className="grid gap-3">
        <DefinitionList
          items={[
            { term: 'Receipt', description: <code className="text-sm">{content.receiptId}</code> },
            {
              term: 'SHA-256',
              description: (
                <>
                  <code className="text-sm break-all">{hash}</code> <CopyButton value={hash} label="Copy SHA-256" />
                </>
              ),
            },
          ]}
        />
        <p className="text-sm text-muted">
          Both sides keep this receipt, and the activity log holds the same hash.{' '}
          <TextLink href={record}>Download the record</TextLink> and take its SHA-256, for example with{' '}
          <code>sha256sum</code>: it is the one above as long as nobody changed a word.
        </p>
      </div>
    </Card>
  </div>
);
