import { HolderPage } from '@/app/conflicts/holder-page';
import { load } from '@/app/load';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { readConflict } from '@/lib/conflicts/queries';
import { paths } from '@/lib/paths';
import { AskerPage } from './asker-page';

export const metadata = { title: 'Device conflict' };

/** What the organization asked for, or what is asked of it. */
export default async function ConflictPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const view = await load(readConflict, { id, place: 'partner' }, paths.conflict(id));
  const actor = await currentActor();
  if (view.side === 'asker') return <AskerPage view={view} mayAsk={allows(actor, 'conflicts:ask')} />;
  const list = { label: 'Device conflicts', href: paths.conflicts({ show: 'received' }) };
  return <HolderPage view={view} list={list} mayAnswer={allows(actor, 'conflicts:answer_as_registrar')} />;
}
