import { ActivityPage } from '@/app/activity-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Activity log' };

interface SupportActivityPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default function SupportActivityPage({ searchParams }: SupportActivityPageProps) {
  return (
    <ActivityPage
      place={paths.support()}
      others="Organization"
      description="What happened in the whole portal."
      searchParams={searchParams}
    />
  );
}
