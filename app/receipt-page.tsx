import { ReceiptList, receiptEventNames } from '@/components/consent/receipt-list';
import { ReceiptSheet } from '@/components/consent/receipt-sheet';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { PrintButton } from '@/components/ui/print-button';
import { getReceipt } from '@/lib/consent/receipt-queries';
import { paths } from '@/lib/paths';
import { load } from './load';

export interface ReceiptPageProps {
  params: Promise<{ id: string }>;
}

const sides = {
  customer: {
    receipt: paths.receipt,
    record: paths.receiptRecord,
    above: { label: 'Partner relationships', href: paths.relationships() },
  },
  partner: {
    receipt: paths.partnerReceipt,
    record: paths.partnerReceiptRecord,
    above: { label: 'Requests', href: paths.requests() },
  },
};

/** A receipt in the place of one side: the same page in both, each reading its own copy. */
export async function ReceiptPage({ side, params }: ReceiptPageProps & { side: 'customer' | 'partner' }) {
  const { id } = await params;
  const { receipt, record, above } = sides[side];
  const { content, hash, others } = await load(getReceipt, { id, side }, receipt(id));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Receipt"
        breadcrumb={[above]}
        description={`${receiptEventNames[content.event]}: ${content.customer.name} and ${content.partner.name}`}
        action={<PrintButton />}
      />
      <ReceiptSheet content={content} hash={hash} record={record(id)} />
      {others.length > 0 && (
        <div className="mt-4 print:hidden">
          <Card title="Other receipts of this consent">
            <ReceiptList receipts={others} href={receipt} />
          </Card>
        </div>
      )}
    </div>
  );
}
