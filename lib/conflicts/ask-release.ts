import { and, eq, inArray } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import type { FoundDevice } from '@/db/bulk/devices';
import { conflicts } from '@/db/schema';
import { madeBy, requireTenant } from '@/lib/auth/actor';
import { later, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { decodeHash } from '@/lib/devices/decode-hash';
import { findCustomer } from '@/lib/devices/find-customer';
import { lockDevices } from '@/lib/devices/lock-devices';
import { whoHolds } from '@/lib/devices/registration';
import type { RowDevice } from '@/lib/devices/row-rules';
import { AppError } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import { holdReach } from '@/lib/partners/hold-reach';
import { registrarsInReach } from '@/lib/partners/reach';
import { askInput } from './ask-input';
import { countAsked } from './count-asked';
import type { DeviceFacts } from './device-facts';
import { deviceOfRow } from './device-of-row';
import { emitToAsker } from './emit-conflict';
import { conflictLimits } from './limits';
import { openStates } from './state';
import { storeProof } from './store-proof';
import { askerSubject, holderSubject } from './subjects';
import { tellHolder } from './tell-sides';

/**
 * A partner asks for the release of a device that another customer has, with a proof of purchase. Outcomes: what an upload
 * would say of the device now, where that is something else (`not_held`, `already_registered`, `other_registrar`,
 * `identity_mismatch`); `own_device` where the partner registered it itself for another of its customers; `already_asked`
 * with the open request; `limit_reached`.
 */
export const askRelease = command({
  allow: 'conflicts:ask',
  input: askInput,
  audit: 'conflict.asked',
  prepare: ({ uploadId, row }, actor) => deviceOfRow(actor, uploadId, row),
  async run({ actor, about, also }, { proof, ...asked }, { customerId, device }) {
    const asker = requireTenant(actor);
    const partner = asker.tenant;
    const { createdBy: askedBy, clientId: askedClientId } = madeBy(asker);
    // Nobody deregisters it between this look at it and the request.
    await lockDevices();
    if (!(await holdReach(partner, customerId))) throw new AppError('not_found');
    const own = new Set(await registrarsInReach(partner));
    const { decision, holder } = await whoHolds({ ...device, ...decodeHash(device.hash) }, { customerId, own });
    if (!holder) {
      const code = decision?.code;
      return { ok: false, reason: code && code !== 'other_tenant' ? code : 'not_held' } as const;
    }
    if (own.has(holder.registrarId) && (await findCustomer(partner, holder.customerId))) {
      return { ok: false, reason: 'own_device' } as const;
    }
    const at = now();
    const [conflict] = await db
      .insert(conflicts)
      .values({
        id: uuidv7(),
        state: 'asked',
        deviceId: holder.id,
        askerPartnerId: partner.id,
        askerCustomerId: customerId,
        askedBy,
        askedClientId,
        ...asked,
        ...factsOf(device, device.hash !== null),
        proofType: proof.type,
        proofBytes: proof.content.length,
        proofAt: at,
        holderCustomerId: holder.customerId,
        registrarId: holder.registrarId,
        registered: factsOf(holder, holder.hashDigest !== null),
        createdAt: at,
        answerBy: later(at, conflictLimits.answerWithin),
      })
      .onConflictDoNothing()
      .returning();
    if (!conflict) return { ok: false, reason: 'already_asked', id: await openOne(holder.id, partner.id) } as const;
    if (!(await countAsked(partner.id, at))) return { ok: false, reason: 'limit_reached' } as const;
    await storeProof(conflict.id, proof.content);
    const { answerBy, id: conflictId } = conflict;
    await enqueue('conflict.remind', { conflictId }, later(answerBy, -conflictLimits.remindBefore));
    await enqueue('conflict.escalate', { conflictId }, answerBy);
    await tellHolder(conflict, 'release_asked');
    await emitToAsker(conflict);
    about(askerSubject(conflict));
    also('conflict.received', await holderSubject(conflict));
    return { ok: true, id: conflictId } as const;
  },
});

function factsOf(device: RowDevice | FoundDevice, hashed: boolean): DeviceFacts {
  const { serial, manufacturer, model, productKey } = device;
  return { serial: serial ?? '', manufacturer, model, productKey: productKey ?? '', hashed };
}

async function openOne(deviceId: string, partnerId: string): Promise<string> {
  const [open] = await db
    .select({ id: conflicts.id })
    .from(conflicts)
    .where(
      and(
        eq(conflicts.deviceId, deviceId),
        eq(conflicts.askerPartnerId, partnerId),
        inArray(conflicts.state, openStates),
      ),
    );
  if (!open) throw new Error('what was in the way of a request is gone');
  return open.id;
}
