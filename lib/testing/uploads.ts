import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MaybeActor, UserActor } from '@/lib/auth/actor';
import { receiveUpload } from '@/lib/devices/receive-upload';
import { readUpload, readUploadRows } from '@/lib/devices/upload-queries';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newConsent, newCustomer, newPartner } from './tenants';

/** For tests: a partner that may register devices, its customer and the consent between them. */
export async function newRegistrar() {
  const { tenant: partner, actor } = await newPartner('direct', 'admin_agent');
  const customer = await newCustomer();
  const consentId = await newConsent(customer, partner);
  return { partner, actor, customer, customerId: customer.tenant.id, consentId };
}

export const templateHeader = 'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model';

/** A device file of the template's columns. */
export const deviceFile = (...rows: string[]): string => [templateHeader, ...rows, ''].join('\r\n');

/** One of the sample files that lie beside the repository. */
export const sampleFile = (name: string): Buffer => readFileSync(resolve('../shared/samples', name));

interface Sending {
  batch?: string;
  mode?: string;
  key?: string;
  columns?: string;
  header?: string;
  groupTag?: string;
  orderNumber?: string;
  profile?: string;
  fileName?: string;
  /** Bytes per piece of the body. */
  piece?: number;
  headers?: Record<string, string>;
}

/** A request as the route hands it on, its body in pieces. */
export function uploadRequestOf(customerId: string, content: string | Buffer, sending: Sending = {}): Request {
  const bytes = Buffer.from(content);
  const { batch = 'Batch', mode = 'keep_good', key, piece = 65_536, headers = {} } = sending;
  const { columns, header, groupTag, orderNumber, profile, fileName } = sending;
  const choices = Object.entries({ columns, header, groupTag, orderNumber, profile, fileName }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.subarray(at, at + piece)));
      at += piece;
    },
  });
  const search = new URLSearchParams({ customerId, batch, mode, ...Object.fromEntries(choices) });
  return new Request(`http://localhost:3000/api/uploads?${search}`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'text/csv', ...(key ? { 'Idempotency-Key': key } : {}), ...headers },
    // Node wants to be told that the body is not known beforehand; the type of the DOM does not have it.
    ...{ duplex: 'half' },
  });
}

export const send = (actor: MaybeActor, customerId: string, content: string | Buffer, sending?: Sending) =>
  receiveUpload(actor, uploadRequestOf(customerId, content, sending));

/** Sends a file, lets the jobs run and tells how it ended, with all of its rows. */
export async function upload(actor: UserActor, customerId: string, content: string | Buffer, sending?: Sending) {
  const { id } = await send(actor, customerId, content, sending);
  await runUntilEmpty();
  return outcomeOf(actor, id);
}

export async function outcomeOf(actor: UserActor, id: string) {
  const status = await readUpload(actor, { id });
  const { items: rows } = await readUploadRows(actor, { id, limit: 1000 });
  return { ...status, rows };
}
