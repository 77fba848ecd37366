import { ActivityPage } from '@/app/activity-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Activity log' };

interface CustomerActivityPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default function CustomerActivityPage({ searchParams }: CustomerActivityPageProps) {
  return (
    <ActivityPage
      place={paths.admin()}
      others="Partner"
      description="What your organization did, and what partners did on its behalf."
      searchParams={searchParams}
    />
  );
}
