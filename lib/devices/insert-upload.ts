import { db } from '@/db';
import { uploads } from '@/db/schema';
import { madeBy, type TenantActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { noteUse } from '@/lib/consent/note-use';
import { numberUpload } from './number-upload';

type Row = typeof uploads.$inferInsert;
type Chosen = Pick<Row, 'id' | 'customerId' | 'batchName' | 'mode' | 'state'> & Partial<Row>;

/** Puts in an upload of the actor's organization of which no row was worked on yet, and notes that the consent was used. */
export async function insertUpload(sender: TenantActor, chosen: Chosen): Promise<void> {
  await db.insert(uploads).values({
    number: await numberUpload(),
    partnerId: sender.tenant.id,
    ...madeBy(sender),
    bytes: 0,
    total: 0,
    doneRows: 0,
    registered: 0,
    unchanged: 0,
    rejected: 0,
    createdAt: now(),
    ...chosen,
  });
  await noteUse(sender.tenant, chosen.customerId);
}
