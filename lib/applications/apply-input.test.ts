import { describe, expect, it } from 'vitest';
import { applyInput } from './apply-input';

const typed = {
  applicationId: '0198f0a4-0000-7000-8000-000000000000',
  organization: 'Relecloud',
  domain: 'relecloud.com',
  country: 'DE',
  partnerType: 'direct',
  mpnId: '4987654',
  contactName: 'Ada Byron',
  contactEmail: 'ada@relecloud.com',
};
const wrong = (given: object) =>
  Object.fromEntries(
    (applyInput.safeParse({ ...typed, ...given }).error?.issues ?? [])
      .map(({ path, message }) => [path[0], message])
      .reverse(),
  );

describe('an application', () => {
  it.each([
    {},
    { contactEmail: ' ADA@Relecloud.com ' },
    { contactEmail: 'ada@mail.relecloud.com' },
    { domain: ' Relecloud.COM ' },
    { partnerType: 'oem', mpnId: '' },
    { partnerType: 'oem', mpnId: ' 4711 ' },
  ])('may say %j', (given) => {
    expect(wrong(given)).toEqual({});
  });

  it.each([
    [{ contactEmail: 'ada@elsewhere.example' }, 'contactEmail', 'Use an address at relecloud.com'],
    [{ contactEmail: 'ada@notrelecloud.com' }, 'contactEmail', 'Use an address at relecloud.com'],
    [{ contactEmail: 'ada@com' }, 'contactEmail', 'Enter a mail address'],
    [{ domain: 'gmail.com', contactEmail: 'ada@gmail.com' }, 'domain', 'Anybody can have an address'],
    [{ domain: 'mail.relecloud.com' }, 'contactEmail', 'Use an address at mail.relecloud.com'],
    [{ domain: 'localhost' }, 'domain', 'Enter a domain such as contoso.com.'],
    [{ mpnId: '' }, 'mpnId', 'Only an OEM can go without.'],
    [{ mpnId: 'MPN-4711' }, 'mpnId', 'the digits of your MPN ID'],
    [{ mpnId: '0123456' }, 'mpnId', 'the digits of your MPN ID'],
    [{ mpnId: '12345678901' }, 'mpnId', 'the digits of your MPN ID'],
    [{ country: 'XX' }, 'country', 'Choose a country.'],
    [{ partnerType: undefined }, 'partnerType', 'Choose what you are.'],
    [{ organization: 'www.evil.example' }, 'organization', 'reads like a web address'],
    [{ contactName: 'Ada\nBcc: everybody' }, 'contactName', 'one line'],
  ])('may not say %j', (given, field, sentence) => {
    expect(wrong(given)).toMatchObject({ [field]: expect.stringContaining(sentence) });
  });
});
