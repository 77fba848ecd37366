import { describe, expect, it } from 'vitest';
import { listQuery, readFilter } from './list-query';

describe('a filter', () => {
  it.each([
    [
      '{"Field":"CompanyName","Value":"Con","Operator":"starts_with"}',
      { field: 'companyname', value: 'Con', operator: 'startswith' },
    ],
    [
      '{"field":"company_name","value":"Con","operator":"StartsWith"}',
      { field: 'companyname', value: 'Con', operator: 'startswith' },
    ],
    [
      '{"VALUE":"x","OPERATOR":"STARTS_WITH","FIELD":"Domain"}',
      { field: 'domain', value: 'x', operator: 'startswith' },
    ],
    ['', null],
    [undefined, null],
  ])('%s', (text, expected) => expect(readFilter(text)).toEqual(expected));

  it.each(['null', '[]', 'x', '{"Field":"a"}', '{"Value":7}', `{"Value":"${'x'.repeat(300)}"}`])(
    '%s is refused',
    (text) => expect(() => readFilter(text)).toThrow(expect.objectContaining({ status: 400, code: '3000' })),
  );
});

describe('a list', () => {
  it.each([
    [
      { size: '40', seekOperation: 'NEXT' },
      { size: 40, seekOperation: 'next' },
    ],
    [
      { seekOperation: 'PageIndex', index: '3' },
      { seekOperation: 'pageindex', index: 3 },
    ],
    [{}, {}],
  ])('is asked for by %j', (given, expected) => expect(listQuery.parse(given)).toEqual(expected));

  it.each([{ size: '501' }, { size: '-1' }, { size: 'x' }, { seekOperation: 'sideways' }, { index: '0' }])(
    'and not by %j',
    (given) => expect(listQuery.safeParse(given).success).toBe(false),
  );
});
