import { ReceiptPage, type ReceiptPageProps } from '@/app/receipt-page';

export const metadata = { title: 'Receipt' };

export default function Page({ params }: ReceiptPageProps) {
  return <ReceiptPage side="customer" params={params} />;
}
