import type { Meaning } from '@/lib/devices/column-mapping';
import type { Source } from '@/lib/devices/file-records';
import type { Columns } from '@/lib/devices/parse-header';
import type { ColumnPlan } from '@/lib/devices/plan-columns';
import type { PreviewCounts, PreviewRow } from '@/lib/devices/preview-rows';
import type { FromWorker } from './preview-worker';

/** What the page knows of the chosen file. */
export interface PreviewState {
  /** `off`: this browser cannot do it; the file can be uploaded all the same. */
  phase: 'none' | 'planning' | 'asking' | 'reading' | 'checking' | 'done' | 'failed' | 'off';
  plan: ColumnPlan | null;
  meaning: Meaning | null;
  columns: Columns | null;
  source: Source | null;
  counts: PreviewCounts | null;
  bytes: number;
  /** Those with faults and those that were changed, then a few of the others. */
  rows: PreviewRow[];
  /** Devices that the server will still be asked about. */
  left: number;
  edited: boolean;
  message: string | null;
}

export const nothingChosen: PreviewState = {
  phase: 'none',
  plan: null,
  meaning: null,
  columns: null,
  source: null,
  counts: null,
  bytes: 0,
  rows: [],
  left: 0,
  edited: false,
  message: null,
};

export type PreviewStep =
  | FromWorker
  | { type: 'chosen'; file: boolean }
  | { type: 'answered'; meaning: Meaning }
  | { type: 'edited' }
  | { type: 'off' };

export function nextState(state: PreviewState, step: PreviewStep): PreviewState {
  switch (step.type) {
    case 'chosen':
      return step.file ? { ...nothingChosen, phase: 'planning' } : nothingChosen;
    case 'off':
      return { ...nothingChosen, phase: 'off' };
    case 'planned': {
      const { meaning, question, source } = step.plan;
      const phase = question.why === null ? 'reading' : 'asking';
      return { ...state, plan: step.plan, source, phase, meaning: question.why === null ? meaning : null };
    }
    case 'answered':
      return { ...state, phase: 'reading', meaning: step.meaning, rows: [], counts: null, message: null };
    case 'edited':
      return { ...state, edited: true };
    case 'columns':
      return { ...state, columns: step.columns, source: step.source };
    case 'rows': {
      const phase = step.reading ? 'reading' : 'checking';
      const rows = step.replace ? sorted(step.rows) : merged(state.rows, step.rows);
      return { ...state, phase, counts: step.counts, bytes: step.bytes, rows, left: step.counts.unchecked };
    }
    case 'checked':
      return { ...state, counts: step.counts, left: step.left, rows: merged(state.rows, step.rows) };
    case 'row':
      return { ...state, rows: state.rows.map((row) => (row.row === step.row.row ? step.row : row)) };
    case 'done':
      return { ...state, phase: 'done', left: 0 };
    case 'failed':
      return { ...state, phase: 'failed', message: step.message };
    case 'finished':
      return state;
  }
}

/** Faulty and changed rows first, each part in file order. */
const weight = ({ status, edited }: PreviewRow) => (status === 'rejected' || status === 'dropped' || edited ? 0 : 1);
const sorted = (rows: PreviewRow[]) => [...rows].sort((a, b) => weight(a) - weight(b) || a.row - b.row);

function merged(rows: PreviewRow[], more: PreviewRow[]): PreviewRow[] {
  if (more.length === 0) return rows;
  const later = new Map(more.map((row) => [row.row, row]));
  const kept = rows.map((row) => {
    const found = later.get(row.row);
    later.delete(row.row);
    return found ?? row;
  });
  return sorted([...kept, ...later.values()]);
}
