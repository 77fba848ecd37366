import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { conflictProofParts } from '@/db/schema';
import { proofPieces } from './proof-pieces';

/** Keeps a proof of purchase in pieces, in the place of the one before, inside the open transaction. */
export async function storeProof(conflictId: string, content: Uint8Array): Promise<void> {
  await db.delete(conflictProofParts).where(eq(conflictProofParts.conflictId, conflictId));
  await db.insert(conflictProofParts).values(proofPieces(content).map((piece) => ({ conflictId, ...piece })));
}
