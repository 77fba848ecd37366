import { AccountPage, type AccountPageProps } from '@/app/account/account-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Your account' };

export default function Page({ searchParams }: AccountPageProps) {
  return <AccountPage place={paths.support()} searchParams={searchParams} />;
}
