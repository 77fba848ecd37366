import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { conflictProofParts } from '@/db/schema';
import { conflictLimits } from './limits';

/** Keeps a proof of purchase in pieces, in the place of the one before, inside the open transaction. */
export async function storeProof(conflictId: string, content: Uint8Array): Promise<void> {
  await db.delete(conflictProofParts).where(eq(conflictProofParts.conflictId, conflictId));
  const { piece } = conflictLimits;
  const parts = Array.from({ length: Math.ceil(content.length / piece) }, (_, part) => ({
    conflictId,
    part,
    content: Buffer.from(content.subarray(part * piece, (part + 1) * piece)),
  }));
  await db.insert(conflictProofParts).values(parts);
}
