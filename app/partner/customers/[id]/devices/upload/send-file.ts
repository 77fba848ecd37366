import { type Meaning, writeMapping } from '@/lib/devices/column-mapping';
import type { UploadMode } from '@/lib/devices/receive-input';
import { paths } from '@/lib/paths';

export interface Sending {
  customerId: string;
  batch: string;
  mode: UploadMode;
  groupTag?: string;
  orderNumber?: string;
  profile?: string;
  /** Null leaves it to the server to understand the columns. */
  meaning: Meaning | null;
  file: File;
  /** The same for every attempt to send this file with these choices, so that they have one effect. */
  key: string;
}

export type Sent = { ok: true; id: string } | { ok: false; message: string; fields: Record<string, string> };

/** Says what it is; the server looks for itself. */
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const lost: Sent = {
  ok: false,
  message:
    'The connection broke before the file was complete. Nothing was registered. Check the connection and try again.',
  fields: {},
};

/**
 * Sends the file as the body of one request; XMLHttpRequest, because fetch does not tell how much has left. Resolves always;
 * `onProgress` hears of bytes.
 */
export function sendFile(
  { customerId, batch, mode, groupTag, orderNumber, profile, meaning, file, key }: Sending,
  onProgress: (bytes: number) => void,
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const columns = meaning?.mapping ? writeMapping(meaning.mapping) : undefined;
    const header = meaning?.header === 'none' ? 'none' : undefined;
    const fileName = file.name.slice(-255);
    const choices = { customerId, batch, mode, groupTag, orderNumber, profile, columns, header, fileName };
    request.open('POST', paths.uploadsApi(choices));
    request.setRequestHeader('Content-Type', file.name.toLowerCase().endsWith('.xlsx') ? workbook : 'text/csv');
    request.setRequestHeader('Idempotency-Key', key);
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onerror = () => resolve(lost);
    request.onload = () => resolve(outcome(request.responseText));
    request.send(file);
  });
}

function outcome(text: string): Sent {
  try {
    const answer = JSON.parse(text) as { id?: string; error?: { message: string; fields: Record<string, string> } };
    if (answer.id) return { ok: true, id: answer.id };
    if (answer.error) return { ok: false, ...answer.error };
  } catch {
    // What stands between us and the person, such as a proxy, answered in its own words.
  }
  return lost;
}
