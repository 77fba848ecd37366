import { PeoplePage } from '@/app/people/people-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'People' };

interface PartnerPeoplePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default function PartnerPeoplePage({ searchParams }: PartnerPeoplePageProps) {
  return <PeoplePage place={paths.partner()} searchParams={searchParams} />;
}
