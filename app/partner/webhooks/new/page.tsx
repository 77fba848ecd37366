import { load } from '@/app/load';
import { PageHeader } from '@/components/ui/page-header';
import { paths } from '@/lib/paths';
import { listEndpoints } from '@/lib/webhooks/queries';
import { CreateForm } from './create-form';

export const metadata = { title: 'Add a webhook' };

export default async function NewWebhookPage() {
  // Who may not see the webhooks may not add one.
  await load(listEndpoints, {}, paths.newWebhook());
  return (
    <>
      <PageHeader
        title="Add a webhook"
        breadcrumb={[{ label: 'Webhooks', href: paths.webhooks() }]}
        description="Events name customers, uploads, devices and conflicts of your organization. Send them only where your own programs listen."
      />
      <CreateForm />
    </>
  );
}
