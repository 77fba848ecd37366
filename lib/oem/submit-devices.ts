import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { db } from '@/db';
import { uploadParts, uploads } from '@/db/schema';
import { madeBy, requireTenant } from '@/lib/auth/actor';
import { ensureBatch } from '@/lib/batches/ensure-batch';
import { later, minutes, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { findCustomer } from '@/lib/devices/find-customer';
import { firstOfSame } from '@/lib/devices/first-of-same';
import { insertUpload } from '@/lib/devices/insert-upload';
import { idempotencyKey } from '@/lib/devices/receive-input';
import { submittedColumns, submittedLines } from '@/lib/devices/submitted-devices';
import { enqueue } from '@/lib/jobs/enqueue';
import { asSubmitted, oemDevices } from './device-input';

/** The batch of a customer that holds what its manufacturer registered by API: the OEM API has no word for batches. */
const batch = 'OEM API';

/** After that a job takes up an upload whose process died before it was worked through. */
const left = minutes(1);

/**
 * Makes devices that a manufacturer submits an upload of their own. Whoever sent it works through it at once
 * (`register-submitted.ts`). Outcomes: `no_consent`; `repeated` with the first upload for a key that was used for the same
 * devices, `key_reused` for others.
 */
export const submitDevices = command({
  allow: 'oem_devices:register',
  input: z.object({ customerId: z.uuid(), devices: oemDevices, key: idempotencyKey }),
  audit: 'upload.received',
  async run({ actor, about }, { customerId, devices, key }) {
    const program = requireTenant(actor);
    const partnerId = program.tenant.id;
    if (!(await findCustomer(program.tenant, customerId))) return { ok: false, reason: 'no_consent' } as const;
    const content = Buffer.from(submittedLines(devices.map(asSubmitted)));
    const sha256 = createHash('sha256').update(content).digest('hex');
    const [before] = key
      ? await db
          .select({ id: uploads.id, sha256: uploads.sha256, customerId: uploads.customerId })
          .from(uploads)
          .where(and(eq(uploads.partnerId, partnerId), eq(uploads.idempotencyKey, key)))
      : [];
    if (before) {
      const same = before.sha256 === sha256 && before.customerId === customerId;
      return same
        ? ({ ok: false, reason: 'repeated', id: before.id } as const)
        : ({ ok: false, reason: 'key_reused' } as const);
    }
    const id = uuidv7();
    const made = await ensureBatch(partnerId, customerId, batch, madeBy(program));
    const file = { bytes: content.length, sha256, total: devices.length };
    await insertUpload(program, {
      id,
      customerId,
      batchId: made.id,
      batchName: batch,
      mode: 'keep_good',
      state: 'received',
      format: 'api',
      encoding: 'utf-8',
      columns: submittedColumns,
      ignoredColumns: [],
      idempotencyKey: key,
      sameAsId: await firstOfSame(partnerId, customerId, sha256),
      ...file,
    });
    await db.insert(uploadParts).values({ uploadId: id, part: 0, content });
    await enqueue('upload.process', { uploadId: id }, later(now(), left));
    about({ subjectId: id, customerId, partnerId, detail: { batch, newBatch: made.made, ...file } });
    return { ok: true, id } as const;
  },
});
