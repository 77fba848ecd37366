import { DirectoryPage, type DirectoryPageProps } from '@/app/directory/directory-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Directory' };

export default function Page({ searchParams }: DirectoryPageProps) {
  return <DirectoryPage place={paths.partner()} searchParams={searchParams} />;
}
