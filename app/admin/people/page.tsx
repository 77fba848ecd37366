import { PeoplePage } from '@/app/people/people-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'People' };

interface AdminPeoplePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default function AdminPeoplePage({ searchParams }: AdminPeoplePageProps) {
  return <PeoplePage place={paths.admin()} searchParams={searchParams} />;
}
