import { expect, it } from 'vitest';
import { nearDomains } from './near-domains';

it.each([
  ['contoso.com', [], 'contoso'],
  ['mail.contoso.com', ['contoso.com'], 'contoso'],
  ['a.mail.contoso.com', ['mail.contoso.com', 'contoso.com'], 'contoso'],
  ['contoso.co.uk', ['co.uk'], 'contoso'],
  ['ibm.com', [], 'ibm'],
] as const)('%s is near %j and whatever begins with %s', (domain, above, label) => {
  expect(nearDomains(domain)).toEqual({ above, label });
});
