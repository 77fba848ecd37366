import { PersonPage } from '@/app/people/person-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Person' };

interface AdminPersonPageProps {
  params: Promise<{ id: string }>;
}

export default function AdminPersonPage({ params }: AdminPersonPageProps) {
  return <PersonPage place={paths.admin()} params={params} />;
}
