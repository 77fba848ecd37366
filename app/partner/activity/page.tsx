import { ActivityPage } from '@/app/activity-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Activity log' };

interface PartnerActivityPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default function PartnerActivityPage({ searchParams }: PartnerActivityPageProps) {
  return (
    <ActivityPage
      place={paths.partner()}
      others="Customer or partner"
      description="What your organization did, and what customers and other partners did that concerns it."
      searchParams={searchParams}
    />
  );
}
