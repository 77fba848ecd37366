import type { Decision } from './decide-row';
import { type Columns, columnName } from './parse-header';
import { type RowFault, repairedSentence, rowCodes } from './row-codes';

/** What the row is told; it needs the columns to name one. */
export const decisionFault = ({ code, field, repaired }: Decision, columns: Columns | null): RowFault => ({
  code,
  column: columns ? columnName(columns, field) : null,
  message: repaired ? repairedSentence : rowCodes[code].sentence,
});
