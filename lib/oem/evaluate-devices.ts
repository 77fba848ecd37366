import { type EvaluatedRow, RowEvaluator } from '@/lib/devices/evaluate-rows';
import { type Columns, parseHeader } from '@/lib/devices/parse-header';
import { cellsOf, submittedColumns } from '@/lib/devices/submitted-devices';
import { asSubmitted, type OemDevice } from './device-input';

/** Devices as the rows of the upload that they would become, as far as they alone can tell: faults and repetitions are the same. */
export function evaluateDevices(devices: readonly OemDevice[]): { columns: Columns; rows: EvaluatedRow[] } {
  const columns = parseHeader(submittedColumns);
  const evaluator = new RowEvaluator(columns, undefined, devices.length);
  const rows = devices.map((device, at) =>
    evaluator.evaluate({ row: at + 1, line: at + 2, cells: cellsOf(asSubmitted(device)), brokenQuotes: false }),
  );
  return { columns, rows };
}
