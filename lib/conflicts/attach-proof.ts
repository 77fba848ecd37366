import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { conflicts } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { proofFile } from './ask-input';
import { whySettled } from './settle';
import { askedBy } from './sides';
import { openStates } from './state';
import { storeProof } from './store-proof';
import { askerSubject } from './subjects';

/** Puts another proof of purchase in the place of the one before, while nothing is settled. Outcome `already_settled`. */
export const attachProof = command({
  allow: 'conflicts:ask',
  input: z.object({ conflictId: z.uuid(), proof: proofFile }),
  audit: 'conflict.proof_attached',
  async run({ actor, about }, { conflictId, proof }) {
    const mine = askedBy(requireTenant(actor));
    const [conflict] = await db
      .update(conflicts)
      .set({ proofType: proof.type, proofBytes: proof.content.length, proofAt: now() })
      .where(and(eq(conflicts.id, conflictId), mine, inArray(conflicts.state, openStates)))
      .returning();
    if (!conflict) return whySettled(conflictId, mine);
    await storeProof(conflictId, proof.content);
    about(askerSubject(conflict));
    return { ok: true } as const;
  },
});
