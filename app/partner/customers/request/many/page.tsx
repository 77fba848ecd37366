import { redirect } from 'next/navigation';
import { load } from '@/app/load';
import { PageHeader } from '@/components/ui/page-header';
import { getSender } from '@/lib/consent/queries';
import { paths } from '@/lib/paths';
import { ManyForm } from './many-form';

export const metadata = { title: 'Ask many at once' };

export default async function ManyPage() {
  const { partner, kind, providers, today } = await load(getSender, {}, paths.requestMany());
  // The page for one says what is missing.
  if (!kind || (kind === 'indirect_reseller' && providers.length === 0)) redirect(paths.requestRelationship());
  return (
    <>
      <PageHeader
        title="Ask many at once"
        description="Each recipient gets a request and a link of their own. A global administrator of the customer accepts or declines."
        breadcrumb={[
          { label: 'Customers', href: paths.customers() },
          { label: 'Request a reseller relationship', href: paths.requestRelationship() },
        ]}
      />
      <ManyForm ownDomain={partner.domain} providers={providers} today={today} />
    </>
  );
}
