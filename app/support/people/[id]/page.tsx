import { PersonPage } from '@/app/people/person-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Person' };

interface SupportPersonPageProps {
  params: Promise<{ id: string }>;
}

export default function SupportPersonPage({ params }: SupportPersonPageProps) {
  return <PersonPage place={paths.support()} params={params} />;
}
