import { describe, expect, it } from 'vitest';
import { commonPasswords } from './common-passwords';
import { judgePassword } from './judge-password';

const owner = { name: 'Zoë van Buuren', email: 'z.buuren@litware.example', organization: 'Litware GmbH' };
const common = await commonPasswords();
const judged = (password: string) => judgePassword(password, owner, common);

describe('a password', () => {
  it.each([
    'correct horse battery staple',
    'grün-ist-die-heide',
    'tea kettle on the roof',
    'xK9#mQ2$vL7pW4',
    '密码密码很长的一个句子在这里',
  ])('is fine: %s', (password) => expect(judged(password)).toBeNull());

  it.each([
    ['a word everybody uses, with digits behind it', 'password123456'],
    ['the same with a capital and a sign', 'Password2026!!'],
    ['the same with digits for letters', 'P4ssw0rd!2026'],
    ['the same twice', 'passwordpassword'],
    ['two of them', 'dragonmonkey!1'],
    ['a walk on the keyboard', 'qwertyuiop[]12'],
    ['one that leaked', 'unbelievable'],
  ])('is refused as common: %s', (_what, password) => expect(judged(password)).toMatch(/leaked/));

  it.each(['aaaaaaaaaaaa', 'abababababab', '123456789012', '987654321098', 'abcdefghijkl'])(
    'is refused as a run: %s',
    (password) => expect(judged(password)).toMatch(/counts through/),
  );

  it.each([
    ['a word of the name', 'over the BUUREN hills'],
    ['the address', 'my z.buuren key to it'],
    ['the organization', 'litware is my castle'],
    ['the organization in disguise', 'l1tw4re is my castle'],
    ['this portal', 'the countersign castle'],
  ])('is refused for %s', (_what, password) => expect(judged(password)).toMatch(/your organization/));

  it('may hold short parts of a name by chance', () => {
    expect(judgePassword('vanilla sky over me', owner, common)).toBeNull();
  });
});

describe('the list', () => {
  it('is there, in lower case', () => {
    expect(common.size).toBeGreaterThan(40_000);
    expect(common.has('qwertyuiop')).toBe(true);
    expect([...common].every((word) => word === word.toLowerCase())).toBe(true);
  });
});
