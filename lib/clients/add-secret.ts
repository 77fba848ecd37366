import { and, eq, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { db } from '@/db';
import { apiSecrets } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { holdOwnClient } from './own-client';
import { endingOf, hashSecret, newSecret } from './secret';

/** Makes a second secret beside the first, so that programs move over while both are good. `two_already`: drop one first. */
export const addSecret = command({
  allow: 'api_clients:manage',
  input: z.object({ clientId: z.uuid() }),
  audit: 'api_client.secret_added',
  async run({ actor, about }, { clientId }) {
    const { tenant } = requireUser(actor);
    const client = await holdOwnClient(tenant, clientId);
    const used = await db
      .select({ place: apiSecrets.place })
      .from(apiSecrets)
      .where(and(eq(apiSecrets.clientId, clientId), isNull(apiSecrets.droppedAt)));
    const place = [1, 2].find((free) => !used.some((secret) => secret.place === free));
    if (!place) return { ok: false, reason: 'two_already' } as const;
    const secret = newSecret();
    const ending = endingOf(secret);
    const kept = { id: uuidv7(), clientId, place, hash: hashSecret(secret), ending, createdAt: now() };
    await db.insert(apiSecrets).values(kept);
    about({ subjectId: clientId, partnerId: tenant.id, detail: { client: client.name, ending } });
    return { ok: true, secret } as const;
  },
});
