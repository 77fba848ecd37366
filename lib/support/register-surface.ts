import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { db } from '@/db';
import { surfaceRegistrations, uploadParts, uploads } from '@/db/schema';
import { madeBy, requireUser, type UserActor } from '@/lib/auth/actor';
import { ensureBatch } from '@/lib/batches/ensure-batch';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { numberUpload } from '@/lib/devices/number-upload';
import { submittedColumns, submittedLines } from '@/lib/devices/submitted-devices';
import { enqueue } from '@/lib/jobs/enqueue';
import { storeEvidence } from './evidence';
import { findAsker, findExactly } from './find-asker';
import { surfaceInput } from './surface-input';
import { surfaceMaker } from './surface-models';

/**
 * Support registers a customer's Surface devices, because one of its administrators asked and showed a proof of purchase. They
 * become an upload of the operator's own, which goes the way of every upload, row by row. Outcomes `no_customer`,
 * `no_administrator` where nobody with that address may ask for that customer, and `repeated` for a form that was sent before.
 */
export const registerSurface = command({
  allow: 'surface:register',
  input: surfaceInput,
  audit: 'surface.registered',
  async run({ actor, about }, { id, customer: asked, askedBy, proof, reason, ...order }) {
    const person = requireUser(actor);
    const customer = await findExactly(asked);
    if (!customer) return { ok: false, reason: 'no_customer' } as const;
    const asker = await findAsker(customer, askedBy);
    if (!asker) return { ok: false, reason: 'no_administrator' } as const;
    const uploadId = await writeUpload(person, customer.id, order);
    const made = await db
      .insert(surfaceRegistrations)
      .values({
        id,
        uploadId,
        customerId: customer.id,
        askedBy: asker.id,
        model: order.model,
        reason,
        proofType: proof.type,
        proofBytes: proof.content.length,
        createdBy: person.id,
        createdAt: now(),
      })
      .onConflictDoNothing()
      .returning({ id: surfaceRegistrations.id });
    if (made.length === 0) return { ok: false, reason: 'repeated' } as const;
    await storeEvidence(id, proof.content);
    await enqueue('upload.process', { uploadId });
    const detail = { model: order.model, devices: order.serials.length, askedBy: asker.name, reason };
    about({ subjectId: id, customerId: customer.id, detail });
    return { ok: true, id } as const;
  },
});

type Order = Pick<z.output<typeof surfaceInput>, 'serials' | 'model' | 'groupTag' | 'orderNumber'>;

/** The upload, as one that a program submitted: received whole, to be registered by its job. */
async function writeUpload(
  person: UserActor,
  customerId: string,
  { serials, model, groupTag, orderNumber }: Order,
): Promise<string> {
  const id = uuidv7();
  const at = now();
  const maker = madeBy(person);
  const batchName = `Surface ${at.toISOString().slice(0, 10)}`;
  const { id: batchId } = await ensureBatch(person.tenant.id, customerId, batchName, maker);
  const devices = serials.map((serialNumber) => ({
    serialNumber,
    oemManufacturerName: surfaceMaker,
    modelName: model,
  }));
  const content = Buffer.from(submittedLines(devices));
  await db.insert(uploads).values({
    id,
    number: await numberUpload(),
    customerId,
    partnerId: person.tenant.id,
    batchId,
    batchName,
    ...maker,
    mode: 'keep_good',
    state: 'received',
    groupTag: groupTag || null,
    orderNumber: orderNumber || null,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    encoding: 'utf-8',
    format: 'api',
    columns: submittedColumns,
    ignoredColumns: [],
    total: serials.length,
    doneRows: 0,
    registered: 0,
    unchanged: 0,
    rejected: 0,
    createdAt: at,
  });
  await db.insert(uploadParts).values({ uploadId: id, part: 0, content });
  return id;
}
