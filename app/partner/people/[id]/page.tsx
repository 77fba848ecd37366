import { PersonPage } from '@/app/people/person-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Person' };

interface PartnerPersonPageProps {
  params: Promise<{ id: string }>;
}

export default function PartnerPersonPage({ params }: PartnerPersonPageProps) {
  return <PersonPage place={paths.partner()} params={params} />;
}
