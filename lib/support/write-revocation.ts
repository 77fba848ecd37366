import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { type consents, revocations } from '@/db/schema';
import { now } from '@/lib/clock';
import { storeEvidence } from './evidence';
import type { OpenRemoval } from './open-removal';
import type { RevocationOrder } from './revocation-input';

interface Ordered extends Pick<RevocationOrder, 'reason' | 'how' | 'askerName' | 'askerMail' | 'proof'> {
  by: { id: string };
  removal: OpenRemoval;
  state: 'announced' | 'done';
  endsAt: Date;
}

/**
 * Writes down that support ends a consent, why, and who asked for it: where the customer asks in the portal, whoever did. Null
 * while an end is announced already.
 */
export async function writeRevocation(
  { id: consentId, customerId, partnerId }: typeof consents.$inferSelect,
  { by, removal, state, endsAt, reason, proof, ...said }: Ordered,
): Promise<string | null> {
  const asker = removal
    ? { how: 'portal' as const, askerName: removal.askerName, askerMail: removal.askerMail }
    : said.how === 'support'
      ? { how: said.how, askerName: '', askerMail: '' }
      : { how: said.how, askerName: said.askerName, askerMail: said.askerMail };
  const at = now();
  const id = uuidv7();
  const written = await db
    .insert(revocations)
    .values({
      id,
      consentId,
      customerId,
      partnerId,
      state,
      reason,
      ...asker,
      evidenceType: proof?.type ?? null,
      evidenceBytes: proof?.content.length ?? null,
      createdBy: by.id,
      createdAt: at,
      endsAt,
      closedAt: state === 'done' ? at : null,
    })
    .onConflictDoNothing()
    .returning({ id: revocations.id });
  if (written.length === 0) return null;
  if (proof) await storeEvidence(id, proof.content);
  return id;
}
