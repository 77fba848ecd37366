import { uuidv7 } from 'uuidv7';
import type { RecipientProblems } from '@/lib/consent/check-recipients';
import { mostRecipients } from '@/lib/consent/most-recipients';
import type { Recipient } from '@/lib/consent/parse-recipients';
import { addressOf } from '@/lib/consent/recipient-address';

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

export interface RecipientList {
  rows: RecipientRow[];
  /** Addresses that requests of this list went to: whoever stands there twice is asked once. */
  sentTo: ReadonlySet<string>;
}

export const emptyList: RecipientList = { rows: [], sentTo: new Set() };

export function changeList({ rows, sentTo }: RecipientList, change: RowsChange): RecipientList {
  switch (change.type) {
    case 'add': {
      const added = change.recipients.map((recipient) => ({ ...recipient, id: uuidv7() }));
      return { rows: [...rows, ...added].slice(0, mostRecipients), sentTo };
    }
    case 'edit': {
      const { id, field, value } = change;
      const edit = (row: RecipientRow) => (row.id === id ? { ...row, [field]: value, refused: undefined } : row);
      return { rows: rows.map(edit), sentTo };
    }
    case 'drop':
      return { rows: rows.filter(({ id }) => id !== change.id), sentTo };
    case 'answered': {
      const { sent, refused } = change;
      const left = rows.filter(({ id }) => !sent.includes(id));
      const gone = rows.filter(({ id }) => sent.includes(id));
      return {
        rows: left.map((row) => (refused.has(row.id) ? { ...row, refused: refused.get(row.id) } : row)),
        sentTo: new Set([...sentTo, ...gone.map(addressOf)]),
      };
    }
  }
}
