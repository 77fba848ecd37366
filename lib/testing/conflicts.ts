import { setTimeout } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { askRelease } from '@/lib/conflicts/ask-release';
import { hasEnded } from '@/lib/devices/upload-state';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newPerson, newTenant } from './tenants';
import { deviceFile, newRegistrar, outcomeOf, send } from './uploads';

/** For tests: the smallest file that says it is a PDF, with these words in it. */
export const pdfOf = (words: string): Buffer<ArrayBuffer> => Buffer.from(`%PDF-1.7\n${words}\n%%EOF\n`);

type Registrar = Awaited<ReturnType<typeof newRegistrar>>;

/** One device that a partner has registered for its customer, and another partner whose upload was refused it. */
export async function newDispute() {
  const holder = await newRegistrar();
  const asker = await newRegistrar();
  const serial = await heldBy(holder);
  const uploadId = await refused(asker, serial);
  return { holder, asker, serial, uploadId };
}

/** The serial number of a device that this partner registers for its customer. */
export async function heldBy(holder: Registrar): Promise<string> {
  const serial = `S-${uuidv7()}`;
  await uploaded(holder, serial);
  return serial;
}

/** One device uploaded, once its job is done: a server's own worker may have been quicker to take it. */
async function uploaded({ actor, customerId }: Registrar, serial: string) {
  const { id } = await send(actor, customerId, deviceFile(`${serial},,,Contoso,Atlas`));
  for (;;) {
    await runUntilEmpty();
    const outcome = await outcomeOf(actor, id);
    if (hasEnded(outcome.state)) return outcome;
    await setTimeout(50);
  }
}

/** The upload of a device that another customer has. */
export async function refused(by: Registrar, serial: string): Promise<string> {
  const { id, rows } = await uploaded(by, serial);
  if (rows[0]?.code !== 'other_tenant') throw new Error(`the device was not refused: ${rows[0]?.code}`);
  return id;
}

/** What the form would send for the first row of an upload. */
export const asking = (uploadId: string) => ({
  uploadId,
  row: 1,
  orderReference: 'PO-4711',
  note: 'Bought from the outlet.',
  proof: pdfOf('Invoice 4711'),
});

/** The same, asked for. */
export async function newConflict() {
  const dispute = await newDispute();
  const asked = await askRelease(dispute.asker.actor, asking(dispute.uploadId));
  if (!asked.ok) throw new Error(asked.reason);
  return { ...dispute, conflictId: asked.id };
}

/** Somebody of the operator's. */
export const newSupporter = async () => newPerson(await newTenant('operator'), 'support_agent');
