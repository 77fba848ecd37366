import { describe, expect, it } from 'vitest';
import { nextPath } from './next-path';

describe('where to go after signing in', () => {
  it.each([
    ['/partner', '/partner'],
    ['/partner/customers?q=con&page=2', '/partner/customers?q=con&page=2'],
    ['/admin/partner-invitation?request=0190#yes', '/admin/partner-invitation?request=0190#yes'],
    ['/partner?to=https://evil.example', '/partner?to=https://evil.example'],
    ['/a/../partner', '/partner'],
    ['/', '/'],
  ])('%s is a path of ours', (asked, expected) => {
    expect(nextPath(asked)).toBe(expected);
  });

  it.each([
    [undefined],
    [''],
    ['partner'],
    ['https://evil.example'],
    ['//evil.example'],
    ['///evil.example'],
    ['/\\evil.example'],
    ['\\\\evil.example'],
    ['/\t/evil.example'],
    ['/\n/evil.example'],
    ['\t//evil.example'],
    [' //evil.example'],
    ['/..//evil.example'],
    ['/.//evil.example'],
    ['javascript:alert(1)'],
    ['data:text/html,hello'],
    ['/partner\u0000'],
    [['/partner', '/admin']],
    [`/${'a'.repeat(2000)}`],
  ])('%j is not', (asked) => {
    expect(nextPath(asked)).toBeNull();
  });
});
