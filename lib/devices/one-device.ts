import { byHeader } from './column-mapping';
import { fileRecords } from './file-records';
import { understandColumns } from './inspect-rows';
import type { Columns } from './parse-header';
import { type HardwareField, hardwareFields } from './repair-input';
import { readRow } from './row-rules';
import { UnreadableFile } from './unreadable-file';

/** What a file says of one device's hardware; '' where it says nothing. */
export type OneDevice = Record<HardwareField, string>;

/** The device of a file of one row, as the hash script writes it, or a sentence on why there is none. */
export async function oneDevice(file: Blob): Promise<{ device: OneDevice } | { problem: string }> {
  try {
    let columns: Columns | null = null;
    let rows = 0;
    let found: OneDevice | null = null;
    for await (const { header, records } of fileRecords(file, 'first')) {
      if (header) columns ??= understandColumns(header, byHeader);
      rows += records.length;
      const [record] = records;
      if (!columns || !record || found) continue;
      const { device, fault } = readRow(columns, record);
      if (fault) return { problem: fault.message };
      const typed = hardwareFields.map((field) => [field, device[field] ?? '']);
      found = Object.fromEntries(typed) as OneDevice;
    }
    if (found && rows === 1) return { device: found };
    return { problem: `This file has ${rows} devices. Choose the one that the repaired device wrote.` };
  } catch (error) {
    if (error instanceof UnreadableFile) return { problem: error.message };
    throw error;
  }
}
