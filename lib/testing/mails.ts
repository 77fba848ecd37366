import { asc, eq } from 'drizzle-orm';
import { db } from '@/db';
import { mails } from '@/db/schema';

/** What the outbox holds for an address, oldest first. */
export const mailsTo = (address: string) =>
  db.select().from(mails).where(eq(mails.toAddress, address)).orderBy(asc(mails.id));
