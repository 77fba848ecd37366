import type { CheckedDevice } from './check-input';
import type { Mapping, Meaning } from './column-mapping';
import { correctedFile } from './corrected-file';
import type { Decision } from './decide-row';
import { decisionFault } from './decision-fault';
import { type EvaluatedRow, RowEvaluator } from './evaluate-rows';
import { fileRecords, type Source } from './file-records';
import { understandColumns } from './inspect-rows';
import { limits } from './limits';
import type { Columns } from './parse-header';
import { type ColumnPlan, planColumns } from './plan-columns';
import { Edits, type PreviewCounts, type PreviewRow } from './preview-rows';
import { type RowDevice, readRow } from './row-rules';
import { UnreadableFile } from './unreadable-file';

/** What a preview tells while it works, in order. */
export type PreviewEvent =
  | { type: 'planned'; plan: ColumnPlan }
  | { type: 'columns'; columns: Columns; source: Source }
  | { type: 'rows'; counts: PreviewCounts; bytes: number; rows: PreviewRow[]; replace: boolean; reading: boolean }
  | { type: 'checked'; counts: PreviewCounts; rows: PreviewRow[]; left: number }
  | { type: 'row'; row: PreviewRow }
  | { type: 'done' }
  | { type: 'failed'; message: string };

/** Asks the server about devices; null when it cannot be asked. */
export type AskServer = (devices: CheckedDevice[]) => Promise<(Decision | null)[] | null>;

/** Rows with faults that are listed, and rows without that follow them. */
const mostFaulty = 10_000;
const mostGood = 100;

interface Candidate {
  row: PreviewRow;
  device: CheckedDevice;
  key: string;
}

/** Reads a file as the server will, and says what would happen; writes nothing. Runs in a browser worker. */
export class Preview {
  private edits = new Edits();
  private readonly answers = new Map<string, Decision | null>();
  private meaning: Meaning | null = null;
  /** Rows that were told of. */
  private shown = new Set<number>();
  private columns: Columns | null = null;
  private run = 0;
  private asking = true;

  constructor(
    private readonly file: File,
    private readonly recall: (headers: string[]) => Promise<Mapping | null>,
    private readonly ask: AskServer,
    private readonly tell: (event: PreviewEvent) => void,
  ) {}

  /** Decides how to read the file, and reads it when nobody has to be asked first. */
  async open(): Promise<void> {
    await this.guarded(async () => {
      const plan = await planColumns(this.file, this.recall);
      this.tell({ type: 'planned', plan });
      if (plan.question.why === null) await this.read(plan.meaning);
    });
  }

  async read(meaning: Meaning): Promise<void> {
    // With the first line a device, or no longer one, every row has another number.
    if (meaning.header !== this.meaning?.header) this.edits = new Edits();
    this.meaning = meaning;
    await this.guarded(() => this.pass(++this.run, true));
  }

  /** A row with other cells, or taken out, or put back: it is told of at once, and everything is evaluated again. */
  async edit(row: PreviewRow, change: { cells: string[] } | { dropped: boolean }): Promise<void> {
    if ('cells' in change) this.edits.change(row.row, change.cells);
    else this.edits.drop(row.row, change.dropped);
    const changed = this.edits.apply({ ...row, brokenQuotes: false });
    if (changed && this.columns) {
      const { fault, notices } = readRow(this.columns, changed);
      const status = fault ? 'rejected' : 'good';
      this.tell({ type: 'row', row: { ...row, cells: changed.cells, fault, notices, status, edited: true } });
    } else this.tell({ type: 'row', row: { ...row, status: 'dropped' } });
    await this.guarded(() => this.pass(++this.run, false));
  }

  /** What is not known yet will not be asked. */
  skipCheck(): void {
    this.asking = false;
  }

  /** What to send: the file as it is, or the one made of what was changed. */
  async outcome(): Promise<File> {
    return this.edits.any ? correctedFile(this.file, this.meaning?.header ?? 'first', this.edits) : this.file;
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const known = error instanceof UnreadableFile;
      this.tell({
        type: 'failed',
        message: known ? error.message : 'This file could not be read here. It can be uploaded all the same.',
      });
    }
  }

  private async pass(run: number, first: boolean): Promise<void> {
    const { meaning, file } = this;
    if (!meaning) return;
    let evaluator: RowEvaluator | null = null;
    const counts: PreviewCounts = { total: 0, good: 0, unchanged: 0, rejected: 0, dropped: 0, unchecked: 0 };
    const candidates: Candidate[] = [];
    const held: PreviewRow[] = [];
    const shown = new Set<number>();
    let listed = 0;
    let read = 0;
    for await (const { header, records, bytes, source } of fileRecords(file, meaning.header)) {
      if (run !== this.run) return;
      read = bytes;
      if (!evaluator && header) {
        this.columns = understandColumns(header, meaning);
        evaluator = new RowEvaluator(this.columns);
        this.tell({ type: 'columns', columns: this.columns, source });
      }
      const rows: PreviewRow[] = [];
      for (const record of records) {
        if (!evaluator) break;
        counts.total++;
        if (counts.total > limits.rows) throw tooManyRows();
        const changed = this.edits.apply(record);
        const evaluated = changed ? evaluator.evaluate(changed) : null;
        const row = this.previewRow(record.row, record.line, evaluated, record.cells);
        if (row.status === 'dropped') counts.dropped++;
        else if (row.status === 'rejected') counts.rejected++;
        else counts.good++;
        const worthIt = row.status !== 'good' || row.edited;
        if (worthIt ? listed++ < mostFaulty : counts.good <= mostGood) {
          rows.push(row);
          shown.add(row.row);
        }
        if (evaluated?.device && candidates.length < limits.checked) {
          candidates.push(await candidate(row, evaluated.device));
        }
      }
      if (first) this.tell({ type: 'rows', counts: { ...counts }, bytes, rows, replace: false, reading: true });
      else held.push(...rows);
    }
    if (run !== this.run) return;
    if (counts.total === 0) {
      throw new UnreadableFile('unreadable', 'The file has no rows below its header. Add one line for each device.');
    }
    this.shown = shown;
    counts.unchecked = counts.good;
    const known = this.settle(candidates, counts);
    const rows = first ? known : merge(held, known);
    this.tell({ type: 'rows', counts: { ...counts }, bytes: read, rows, replace: !first, reading: false });
    await this.check(run, candidates, counts);
    if (run === this.run) this.tell({ type: 'done' });
  }

  private previewRow(row: number, line: number, evaluated: EvaluatedRow | null, original: string[]): PreviewRow {
    const cells = evaluated?.cells ?? original;
    const { fault = null, notices = [] } = evaluated ?? {};
    const status = !evaluated ? 'dropped' : fault ? 'rejected' : 'good';
    return { row, line, cells, fault, notices, status, edited: this.edits.has(row) };
  }

  /** Counts what the server said of these devices already, and returns their rows. */
  private settle(candidates: Candidate[], counts: PreviewCounts): PreviewRow[] {
    return candidates.flatMap(({ row, key }) => {
      const decision = this.answers.get(key);
      if (decision === undefined) return [];
      counts.unchecked--;
      if (decision === null) return [];
      counts.good--;
      const status = decision.code === 'already_registered' ? 'unchanged' : 'rejected';
      counts[status]++;
      if (status === 'unchanged' ? !this.shown.has(row.row) : this.shown.size > mostFaulty + mostGood) return [];
      this.shown.add(row.row);
      return [{ ...row, status, fault: decisionFault(decision, this.columns) }];
    });
  }

  private async check(run: number, candidates: Candidate[], counts: PreviewCounts): Promise<void> {
    const open = candidates.filter(({ key }) => !this.answers.has(key));
    for (let from = 0; from < open.length; from += limits.checkedAtOnce) {
      if (!this.asking || run !== this.run) return;
      const some = open.slice(from, from + limits.checkedAtOnce);
      const answers = await this.ask(some.map(({ device }) => device));
      if (!answers || run !== this.run) return;
      for (const [at, { key }] of some.entries()) this.answers.set(key, answers[at] ?? null);
      const rows = this.settle(some, counts);
      this.tell({ type: 'checked', counts: { ...counts }, rows, left: Math.max(0, open.length - from - some.length) });
    }
  }
}

function merge(rows: PreviewRow[], known: PreviewRow[]): PreviewRow[] {
  const later = new Map(known.map((row) => [row.row, row]));
  const kept = rows.map((row) => later.get(row.row) ?? row);
  const there = new Set(rows.map(({ row }) => row));
  return [...kept, ...known.filter(({ row }) => !there.has(row))];
}

const tooManyRows = () =>
  new UnreadableFile(
    'too_large',
    `The file has more than ${limits.rows.toLocaleString('en-US')} rows. Split it and upload the parts.`,
  );

async function candidate(row: PreviewRow, device: RowDevice): Promise<Candidate> {
  const { serial, manufacturer, model, productKey, hash } = device;
  const asked = { serial, manufacturer, model, productKey, hashDigest: hash === null ? null : await digestOf(hash) };
  return { row, device: asked, key: JSON.stringify(Object.values(asked)) };
}

/** SHA-256 of what base64 text stands for, in hexadecimal. */
async function digestOf(base64: string): Promise<string> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  // Ten times faster than a callback for each of the three thousand bytes of a hash.
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
