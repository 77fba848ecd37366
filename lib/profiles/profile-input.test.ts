import { describe, expect, it } from 'vitest';
import { profileFields } from './profile-input';

const parse = (given: object) => profileFields.safeParse({ name: 'Kiosk', ...given });
const problems = (given: object) =>
  Object.fromEntries(parse(given).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []);

describe('what makes a profile', () => {
  it('is a name; the rest may be left out, and blanks are counted once', () => {
    expect(parse({ name: '  Front \n desk ', description: ' For\tthe hall ' }).data).toEqual({
      name: 'Front desk',
      description: 'For the hall',
      settings: [],
      acceptsTerms: false,
    });
  });

  it('has each setting once, in one order', () => {
    const settings = ['skip_oem_registration', 'skip_express_settings', 'skip_oem_registration'];
    expect(parse({ settings }).data?.settings).toEqual(['skip_express_settings', 'skip_oem_registration']);
  });

  it.each<[string, object, Record<string, string>]>([
    ['no name', { name: ' ' }, { name: 'Give the profile a name.' }],
    ['too long a name', { name: 'x'.repeat(65) }, { name: 'A name has at most 64 characters.' }],
    ['a name with what nobody sees', { name: 'Ki\u202eosk' }, { name: expect.stringContaining('not seen') }],
    ['too long a description', { description: 'x'.repeat(251) }, { description: expect.stringContaining('250') }],
    ['a setting nobody knows', { settings: ['skip_work'] }, { 'settings.0': expect.any(String) }],
    [
      'license terms that nobody accepts',
      { settings: ['skip_eula'] },
      { acceptsTerms: 'To skip the license terms, confirm that you accept them for the customer.' },
    ],
  ])('refuses %s', (_what, given, expected) => {
    expect(problems(given)).toEqual(expected);
  });

  it('may leave the license terms out once they are accepted', () => {
    expect(parse({ settings: ['skip_eula'], acceptsTerms: true }).success).toBe(true);
  });
});
