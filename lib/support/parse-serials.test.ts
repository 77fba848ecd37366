import { describe, expect, it } from 'vitest';
import { parseSerials } from './parse-serials';

describe('serial numbers out of what was pasted', () => {
  it.each([
    ['one a line', 'A1\nB2\r\nC3\n', ['A1', 'B2', 'C3']],
    ['blanks and empty lines between', '  A1 \n\n \nB2', ['A1', 'B2']],
    ['a CSV with its header', 'Device Serial Number,Manufacturer name\nA1,Microsoft\nB2,Microsoft', ['A1', 'B2']],
    ['a column that is not the first', 'Model;Serial number\nSurface Pro 9;"A1"\nSurface Pro 9;B2', ['A1', 'B2']],
    ['rows without a header', 'A1,Surface Pro 9\nB2,Surface Pro 9', ['A1', 'B2']],
    ['tabs, as a spreadsheet copies', 'Serial\tModel\nA1\tX', ['A1']],
    ['a row whose cell is empty', 'Serial,Model\n,X\nB2,X', ['B2']],
    ['repetitions stay', 'A1\nA1', ['A1', 'A1']],
    ['nothing', ' \n', []],
  ])('%s', (_what, pasted, serials) => {
    expect(parseSerials(pasted)).toEqual(serials);
  });
});
