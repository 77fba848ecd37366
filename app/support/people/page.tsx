import { PeoplePage } from '@/app/people/people-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'People' };

interface SupportPeoplePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default function SupportPeoplePage({ searchParams }: SupportPeoplePageProps) {
  return <PeoplePage place={paths.support()} searchParams={searchParams} />;
}
