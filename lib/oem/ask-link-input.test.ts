import { describe, expect, it } from 'vitest';
import { aboutOem } from '@/lib/testing/oem-links';
import { askLinkInput } from './ask-link-input';

describe('the website of an OEM', () => {
  it.each([
    ['https://www.proseware.example', 'https://www.proseware.example'],
    ['  www.proseware.example/devices ', 'https://www.proseware.example/devices'],
    ['http://proseware.example', 'http://proseware.example'],
  ])('%j is %s', (typed, website) => {
    expect(askLinkInput.parse({ ...aboutOem, website: typed })).toMatchObject({ website });
  });

  it.each([
    '',
    'proseware',
    'javascript:alert(1)',
    'https://localhost',
    'https://a b.example',
    'https://10.0.0.1',
    'data:text/html,x',
  ])('%j is refused', (website) => {
    expect(askLinkInput.safeParse({ ...aboutOem, website }).success).toBe(false);
  });
});
