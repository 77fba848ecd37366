import { uuidv7 } from 'uuidv7';
import type { RecipientProblems } from '@/lib/consent/check-recipients';
import { mostRecipients } from '@/lib/consent/most-recipients';
import type { Recipient } from '@/lib/consent/parse-recipients';

/** A row is replaced, never changed. */
export interface RecipientRow extends Recipient {
  /** The id its request will have: sending it twice sends it once. */
  id: string;
  /** Why it was not sent: at a cell, or of the row as a whole. */
  refused?: RecipientProblems & { root?: string };
}

export type RowsChange =
  | { type: 'add'; recipients: Recipient[] }
  | { type: 'edit'; id: string; field: keyof Recipient; value: string }
  | { type: 'drop'; id: string }
  | { type: 'answered'; sent: string[]; refused: Map<string, RecipientRow['refused']> };

export function changeRows(rows: RecipientRow[], change: RowsChange): RecipientRow[] {
  switch (change.type) {
    case 'add':
      return [...rows, ...change.recipients.map((recipient) => ({ ...recipient, id: uuidv7() }))].slice(
        0,
        mostRecipients,
      );
    case 'edit':
      return rows.map((row) =>
        row.id === change.id ? { ...row, [change.field]: change.value, refused: undefined } : row,
      );
    case 'drop':
      return rows.filter(({ id }) => id !== change.id);
    case 'answered':
      return rows
        .filter(({ id }) => !change.sent.includes(id))
        .map((row) => (change.refused.has(row.id) ? { ...row, refused: change.refused.get(row.id) } : row));
  }
}
