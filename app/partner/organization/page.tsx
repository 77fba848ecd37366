import { OrganizationPage } from '@/app/organization/organization-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Organization' };

export default function PartnerOrganizationPage() {
  return <OrganizationPage place={paths.partner()} />;
}
