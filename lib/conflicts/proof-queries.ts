import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { conflictProofParts, conflicts } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { askedBy } from './sides';

/** The proof of purchase to the byte, for who attached it and for support. Throws `not_found` for everybody else. */
export const readProof = query({
  allow: 'conflicts:read_proof',
  input: z.object({ id: z.uuid() }),
  async run(actor, { id }) {
    const person = requireUser(actor);
    const mine = person.tenant.kind === 'operator' ? undefined : askedBy(person);
    const [conflict] = await db
      .select({ type: conflicts.proofType })
      .from(conflicts)
      .where(and(eq(conflicts.id, id), mine));
    if (!conflict) throw new AppError('not_found');
    const parts = await db
      .select({ content: conflictProofParts.content })
      .from(conflictProofParts)
      .where(eq(conflictProofParts.conflictId, id))
      .orderBy(asc(conflictProofParts.part));
    return { type: conflict.type, content: Buffer.concat(parts.map(({ content }) => content)) };
  },
});
