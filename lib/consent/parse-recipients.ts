import Papa from 'papaparse';
import { mostRecipients } from './most-recipients';

export interface Recipient {
  recipientName: string;
  recipientEmail: string;
  organization: string;
}

type Columns = Record<keyof Recipient, number>;

/** Where columns could be told apart in more ways than one, a comma is the likeliest to be part of a name. */
const delimiters = ['\t', ';', ','] as const;

/** Without blanks and signs, in lower case. */
const headings: Record<keyof Recipient, string[]> = {
  recipientName: ['name', 'fullname', 'recipient', 'recipientname', 'contact', 'contactname'],
  recipientEmail: ['mail', 'email', 'address', 'mailaddress', 'emailaddress', 'recipientemail', 'recipientmail'],
  organization: ['organization', 'organisation', 'organizationname', 'company', 'companyname', 'customer'],
};

const fieldsOf = (line: string, delimiter: string): string[] => Papa.parse<string[]>(line, { delimiter }).data[0] ?? [];

/** What parts the first line into the most columns parts them all. */
function delimiterOf(line: string): string {
  return delimiters.reduce((best, sign) => (fieldsOf(line, sign).length > fieldsOf(line, best).length ? sign : best));
}

/** The columns a header line names; null when the line is no header. */
function namedColumns(cells: string[]): Columns | null {
  const plain = cells.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''));
  const at = (field: keyof Recipient) => plain.findIndex((cell) => headings[field].includes(cell));
  const columns = {
    recipientName: at('recipientName'),
    recipientEmail: at('recipientEmail'),
    organization: at('organization'),
  };
  const named = Object.values(columns).filter((column) => column >= 0).length;
  return named > 1 && !cells.some((cell) => cell.includes('@')) ? columns : null;
}

/** Name, mail, organization; or the address wherever it stands in the first row, and the other two in that order. */
function usualColumns(cells: string[]): Columns {
  const found = cells.findIndex((cell) => cell.includes('@'));
  const recipientEmail = found < 0 ? 1 : found;
  const [recipientName = 0, organization = 2] = [0, 1, 2].filter((column) => column !== recipientEmail);
  return { recipientName, recipientEmail, organization };
}

/**
 * Reads a list of recipients, pasted or from a file: one per line, with commas, semicolons or tabs between the columns, with
 * or without a header. Keeps the first 500 and says how many there were. What stands in a cell is not judged here.
 */
export function parseRecipients(text: string): { recipients: Recipient[]; total: number } {
  const content = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const [firstLine = ''] = content.split('\n').filter((line) => line.trim() !== '');
  const delimiter = delimiterOf(firstLine);
  const { data } = Papa.parse<string[]>(content, { delimiter, newline: '\n', skipEmptyLines: 'greedy' });
  const [first = [], ...others] = data;
  const header = namedColumns(first);
  const columns = header ?? usualColumns(first);
  const rows = header ? others : data;
  const recipients = rows.slice(0, mostRecipients).map((cells) => ({
    recipientName: (cells[columns.recipientName] ?? '').trim(),
    recipientEmail: (cells[columns.recipientEmail] ?? '').trim(),
    organization: (cells[columns.organization] ?? '').trim(),
  }));
  return { recipients, total: rows.length };
}
