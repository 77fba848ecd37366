import type { CheckedDevice } from '@/lib/devices/check-input';
import type { Mapping, Meaning } from '@/lib/devices/column-mapping';
import type { Decision } from '@/lib/devices/decide-row';
import { mappingKey } from '@/lib/devices/mapping-key';
import { Preview, type PreviewEvent } from '@/lib/devices/preview';
import type { PreviewRow } from '@/lib/devices/preview-rows';

/** What the partner said of columns before, by the SHA-256 of `mappingKey`. */
export type RememberedMapping = { headerDigest: string; fields: Mapping };

export type ToWorker =
  | { type: 'open'; file: File; checkUrl: string; remembered: RememberedMapping[] }
  | { type: 'read'; meaning: Meaning }
  | { type: 'edit'; row: PreviewRow; change: { cells: string[] } | { dropped: boolean } }
  | { type: 'skip' }
  | { type: 'finish' };

export type FromWorker = PreviewEvent | { type: 'finished'; file: File };

/** The two things of a worker's global scope that are used here; the DOM's types know only a window's. */
const port = globalThis as unknown as {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};

let preview: Preview | null = null;

port.onmessage = ({ data }) => {
  switch (data.type) {
    case 'open': {
      const { file, checkUrl, remembered } = data;
      preview = new Preview(
        file,
        (headers) => recall(headers, remembered),
        (devices) => ask(checkUrl, devices),
        (event) => port.postMessage(event),
      );
      return void preview.open();
    }
    case 'read':
      return void preview?.read(data.meaning);
    case 'edit':
      return void preview?.edit(data.row, data.change);
    case 'skip':
      return preview?.skipCheck();
    case 'finish':
      return void preview?.outcome().then((file) => port.postMessage({ type: 'finished', file }));
  }
};

async function recall(headers: string[], remembered: RememberedMapping[]): Promise<Mapping | null> {
  if (remembered.length === 0) return null;
  const key = new TextEncoder().encode(mappingKey(headers));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', key));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return remembered.find(({ headerDigest }) => headerDigest === hex)?.fields ?? null;
}

async function ask(url: string, devices: CheckedDevice[]): Promise<(Decision | null)[] | null> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(devices) }).catch(() => null);
  return response?.ok ? ((await response.json()) as (Decision | null)[]) : null;
}
