import { load } from '@/app/load';
import { PageHeader } from '@/components/ui/page-header';
import { scopeChoices } from '@/lib/clients/queries';
import { paths } from '@/lib/paths';
import { CreateForm } from './create-form';

export const metadata = { title: 'Create an API client' };

export default async function NewClientPage() {
  // Who may not see the clients may not make one.
  const offered = await load(scopeChoices, {}, paths.newApiClient());
  return (
    <>
      <PageHeader
        title="Create an API client"
        breadcrumb={[{ label: 'API clients', href: paths.apiClients() }]}
        description="One for each program. It acts for your organization with the scopes you give it, and for no more customers than you."
      />
      <CreateForm offered={offered} />
    </>
  );
}
