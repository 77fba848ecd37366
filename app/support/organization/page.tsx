import { OrganizationPage } from '@/app/organization/organization-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Organization' };

export default function SupportOrganizationPage() {
  return <OrganizationPage place={paths.support()} />;
}
