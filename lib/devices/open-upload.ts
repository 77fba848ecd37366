import { uuidv7 } from 'uuidv7';
import { requireTenant } from '@/lib/auth/actor';
import { days, later, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import { profileFor } from '@/lib/profiles/profile-for';
import { findCustomer } from './find-customer';
import { insertUpload } from './insert-upload';
import { uploadRequest } from './receive-input';

/**
 * Begins to receive a file whose beginning can be read: makes the row its parts belong to. It is no upload yet and nobody
 * sees it; should this process die before the end, a job removes it a day later.
 */
export const openUpload = command({
  allow: 'devices:register',
  input: uploadRequest,
  audit: 'upload.opened',
  async run({ actor, about }, { customerId, batch, mode, fileName, header, groupTag, orderNumber, profile }) {
    const person = requireTenant(actor);
    const partnerId = person.tenant.id;
    if (!(await findCustomer(person.tenant, customerId))) throw new AppError('not_found');
    const id = uuidv7();
    await insertUpload(person, {
      id,
      customerId,
      batchName: batch,
      fileName: fileName ?? null,
      fileNameKey: fileName?.toLowerCase().slice(0, 200) ?? null,
      mode,
      header: header === 'none' ? 'none' : null,
      groupTag: groupTag || null,
      orderNumber: orderNumber || null,
      profileId: await profileFor(person, customerId, profile),
      state: 'receiving',
    });
    await enqueue('upload.drop', { uploadId: id }, later(now(), days(1)));
    about({ subjectId: id, customerId, partnerId, detail: { batch, mode } });
    return { ok: true, id } as const;
  },
});
