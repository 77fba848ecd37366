import { notFound } from 'next/navigation';
import { HolderPage } from '@/app/conflicts/holder-page';
import { load } from '@/app/load';
import { readConflict } from '@/lib/conflicts/queries';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Device conflict' };

export default async function ConflictPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const view = await load(readConflict, { id, place: 'customer' }, paths.askedRelease(id));
  if (view.side !== 'holder') notFound();
  return <HolderPage view={view} list={{ label: 'Device conflicts', href: paths.askedReleases() }} mayAnswer />;
}
