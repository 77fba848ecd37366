import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { ReceiptEvent } from '@/lib/consent/receipt';

export const receiptEventNames: Record<ReceiptEvent, string> = {
  granted: 'Consent granted',
  changed: 'Consent changed',
  ended: 'Consent ended',
};

interface ReceiptListProps {
  receipts: { id: string; event: ReceiptEvent; at: Date }[];
  href: (id: string) => string;
}

/** Links to receipts, each with what it is about and when. */
export const ReceiptList = ({ receipts, href }: ReceiptListProps) => (
  <ul className="grid gap-1">
    {receipts.map(({ id, event, at }) => (
      <li key={id} className="flex flex-wrap gap-x-3">
        <TextLink href={href(id)}>{receiptEventNames[event]}</TextLink>
        <span className="text-muted">
          <RelativeTime at={at} />
        </span>
      </li>
    ))}
  </ul>
);
