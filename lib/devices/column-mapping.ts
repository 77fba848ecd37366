import { limits } from './limits';
import type { DeviceField } from './parse-header';

/** What each column of a file means, by position; null is a column that is not read. */
export type Mapping = (DeviceField | null)[];

/** What an upload says about its file beside the file itself. */
export interface Meaning {
  mapping: Mapping | null;
  /** `none`: the first line is a device already. */
  header: 'first' | 'none';
}

export const byHeader: Meaning = { mapping: null, header: 'first' };

export const deviceFields = [
  'serial',
  'productKey',
  'hash',
  'manufacturer',
  'model',
  'groupTag',
  'assignedUser',
  'orderNumber',
] as const satisfies DeviceField[];

const isField = (name: string): name is DeviceField => (deviceFields as readonly string[]).includes(name);

/** Why these columns cannot be read, in one sentence; null when they can. */
export function mappingProblem(mapping: Mapping): string | null {
  const named = mapping.filter((field) => field !== null);
  const twice = named.find((field, at) => named.indexOf(field) !== at);
  if (mapping.length > limits.columns) return `A file has at most ${limits.columns} columns.`;
  if (twice) return `Two columns are said to be ${twice}. Only one column can be.`;
  const identifies = named.some((field) => field === 'serial' || field === 'productKey' || field === 'hash');
  return identifies ? null : 'Name the column that holds the serial number, the product key or the hardware hash.';
}

/** Reads `serial,,model`: field names by position, nothing between commas for a column that is not read. */
export function parseMapping(text: string): { mapping: Mapping } | { problem: string } {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => name !== '' && !isField(name));
  if (unknown) return { problem: `"${unknown.slice(0, 40)}" is none of ${deviceFields.join(', ')}.` };
  const mapping = names.map((name) => (isField(name) ? name : null));
  const problem = mappingProblem(mapping);
  return problem ? { problem } : { mapping };
}

export const writeMapping = (mapping: Mapping): string => mapping.map((field) => field ?? '').join(',');
