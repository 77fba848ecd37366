import { describe, expect, it } from 'vitest';
import { endingConsequences } from './ending-consequences';

describe('what ending an authorization does', () => {
  it.each([
    ['reseller', 0, 'No customer names Other in its consent with you, so no device is affected.'],
    ['reseller', 1, 'Other can no longer manage the devices of 1 customer whose consent with you names it.'],
    ['reseller', 1200, 'devices of 1,200 customers whose'],
    ['provider', 0, 'You reach no customer through Other, so no device is affected.'],
    ['provider', 3, 'your organization can no longer manage the devices of 3 customers it reaches through Other.'],
  ] as const)('for the %s of %i customers', (side, customers, words) => {
    const [devices] = endingConsequences({ side, other: 'Other', customers });
    expect(devices).toContain(words);
  });

  it.each(['provider', 'reseller'] as const)(
    'leaves consents as they are and ends open requests, says the %s’s dialog',
    (side) => {
      const sentences = endingConsequences({ side, other: 'Other', customers: 2 }).join(' ');
      expect(sentences).toContain('stay as they are');
      expect(sentences).toMatch(/Open requests .*can no longer be accepted/);
    },
  );
});
