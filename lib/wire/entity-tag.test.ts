import { describe, expect, it } from 'vitest';
import { entityTag, revisionAsked } from './entity-tag';

describe('If-Match', () => {
  it.each([
    [null, 7],
    ['', 7],
    ['*', 7],
    ['"3"', 3],
    ['W/"3"', 3],
    ['3', 3],
    [entityTag(12), 12],
  ])('%s means revision %d of one that is at 7', (header, expected) => {
    expect(revisionAsked(header, 7)).toBe(expected);
  });

  it.each(['"x"', '"0"', '"-1"', '"1", "2"', '"99999999999999999999"'])('%s is stale', (header) => {
    expect(() => revisionAsked(header, 7)).toThrowError(/changed since/);
  });
});
