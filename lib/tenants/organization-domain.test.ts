import { describe, expect, it } from 'vitest';
import { countries, countryName, isCountry } from './countries';
import { domainOf, organizationDomain } from './organization-domain';

describe('the domain of an organization', () => {
  it.each([
    'contoso.com',
    ' Contoso.CO.UK ',
    'a-b.example',
    'contoso.onmicrosoft.com',
    'xn--mller-kva.de',
    'mail.contoso.com',
  ])('may be %s', (typed) => {
    expect(organizationDomain.parse(typed)).toBe(typed.trim().toLowerCase());
  });

  it.each([
    '',
    'contoso',
    '.com',
    'contoso..com',
    '-a.com',
    'http://contoso.com',
    'a@b.com',
    '10.0.0.1',
    'a b.com',
    'ä.de',
  ])('is not “%s”', (typed) => {
    expect(organizationDomain.safeParse(typed).error?.issues[0]?.message).toBe('Enter a domain such as contoso.com.');
  });

  it.each(['gmail.com', 'Outlook.com', 'web.de', 'qq.com', 'box.yopmail.com', 'mailinator.com'])(
    'is not %s, where anybody gets an address',
    (typed) => {
      expect(organizationDomain.safeParse(typed).error?.issues[0]?.message).toContain('Anybody can have an address');
    },
  );

  it('is behind the last @ of an address', () => {
    expect(domainOf('"a@b"@Contoso.com')).toBe('contoso.com');
  });
});

it('knows countries by their code and names them all', () => {
  expect(countries).toHaveLength(249);
  expect(countries.every(({ code, name }) => name !== code)).toBe(true);
  expect([isCountry('DE'), isCountry('XX'), isCountry('de')]).toEqual([true, false, false]);
  expect([countryName('DE'), countryName('ZZ')]).toEqual(['Germany', 'Not known yet']);
});
