import { asc, eq } from 'drizzle-orm';
import { db } from '@/db';
import { evidenceParts } from '@/db/schema';
import { proofPieces } from '@/lib/conflicts/proof-pieces';

/** Keeps what somebody showed support, inside the open transaction; whose it is says the id. */
export async function storeEvidence(subjectId: string, content: Uint8Array): Promise<void> {
  await db.insert(evidenceParts).values(proofPieces(content).map((piece) => ({ subjectId, ...piece })));
}

/** The same to the byte. */
export async function loadEvidence(subjectId: string): Promise<Buffer<ArrayBuffer>> {
  const parts = await db
    .select({ content: evidenceParts.content })
    .from(evidenceParts)
    .where(eq(evidenceParts.subjectId, subjectId))
    .orderBy(asc(evidenceParts.part));
  return Buffer.concat(parts.map(({ content }) => content));
}
