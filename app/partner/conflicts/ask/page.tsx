import { notFound } from 'next/navigation';
import { load } from '@/app/load';
import { deviceItems } from '@/components/conflicts/device-items';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { askTarget } from '@/lib/conflicts/row-queries';
import { paths } from '@/lib/paths';
import { AskForm } from './ask-form';

export const metadata = { title: 'Ask for release' };

interface AskPageProps {
  searchParams: Promise<{ upload?: string | string[]; row?: string | string[] }>;
}

/** The form behind a row that was refused because another customer has the device. */
export default async function AskPage({ searchParams }: AskPageProps) {
  const { upload, row } = await searchParams;
  if (typeof upload !== 'string' || typeof row !== 'string') notFound();
  const here = paths.askRelease({ upload, row });
  const { customer, device } = await load(askTarget, { uploadId: upload, row }, here);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title="Ask for release"
        breadcrumb={[
          { label: 'Customers', href: paths.customers() },
          { label: customer.name, href: paths.customer(customer.id) },
          { label: 'Upload', href: paths.upload(upload) },
        ]}
        description="Another organization has registered this device. Ask it to let go of the device, so that you can register it."
      />
      <div className="grid gap-4">
        <Card title="The device">
          <DefinitionList items={[...deviceItems(device), { term: 'For', description: customer.name }]} />
        </Card>
        <Card title="What happens">
          <ol className="ml-5 grid list-decimal gap-1">
            <li>Whoever has the device is asked to release it. Neither of you is told who the other is.</li>
            <li>
              It has 7 days for an answer. If it refuses or does not answer, support looks at your proof and decides.
            </li>
            <li>You are told by mail and here. Once the device is released, you can register it at once.</li>
          </ol>
        </Card>
        <AskForm uploadId={upload} row={row} />
      </div>
    </div>
  );
}
