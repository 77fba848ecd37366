import { describe, expect, it } from 'vitest';
import { readClaims, rolesFrom } from './claims';
import { issuerFits } from './issuer-fits';

const tid = '11111111-2222-4333-8444-555555555555';
const other = '99999999-2222-4333-8444-555555555555';
const microsoft = 'https://login.microsoftonline.com';
const shared = `${microsoft}/organizations/v2.0`;
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const intuneAdministrator = '3a2c62db-5318-420d-8d23-23affee5d9d5';
const ordinary = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

const token = {
  iss: `${microsoft}/${tid}/v2.0`,
  tid,
  oid: 'AAAAAAAA-2222-4333-8444-555555555555',
  sub: 'pairwise',
  nonce: 'n',
  exp: 1_800_000_000,
  wids: [ordinary],
  preferred_username: 'Ada@Contoso.onmicrosoft.com',
  name: 'Ada Byron',
};
const read = (given: Record<string, unknown> = {}) => readClaims({ ...token, ...given }, shared);
const person = (given: Record<string, unknown> = {}) => {
  const result = read(given);
  if (!result.ok) throw new Error(result.reason);
  return result.person;
};

describe('what an ID token says', () => {
  it('is who somebody is, in lower case, by the ids of the directory', () => {
    expect(person()).toEqual({
      tid,
      oid: 'aaaaaaaa-2222-4333-8444-555555555555',
      nonce: 'n',
      expiresAt: 1_800_000_000,
      name: 'Ada Byron',
      signInName: 'ada@contoso.onmicrosoft.com',
      globalAdmin: false,
      intuneAdmin: false,
      guest: false,
      cloudNative: true,
      country: 'ZZ',
    });
  });

  it.each([
    ['nothing', [ordinary], [false, false]],
    ['Global Administrator', [ordinary, globalAdministrator], [true, false]],
    ['Global Administrator in capitals', [globalAdministrator.toUpperCase()], [true, false]],
    ['Intune Administrator', [intuneAdministrator], [false, true]],
    ['both', [intuneAdministrator, globalAdministrator], [true, true]],
  ])('is the roles among those that we know: %s', (_what, wids, roles) => {
    const { globalAdmin, intuneAdmin } = person({ wids });
    expect([globalAdmin, intuneAdmin]).toEqual(roles);
  });

  it.each([
    ['a name in the domain that comes with the directory', {}, true],
    ['the same, where the token repeats its own issuer', { idp: token.iss, acct: 0 }, true],
    ['a federated name', { preferred_username: 'ada@contoso.com' }, false],
    ['a domain below it', { preferred_username: 'ada@mail.contoso.onmicrosoft.com' }, false],
    ['a domain that only looks like it', { preferred_username: 'ada@contoso.onmicrosoft.com.example' }, false],
    ['another one that does', { preferred_username: 'ada@evilonmicrosoft.com' }, false],
    ['a guest by account type', { acct: 1 }, false],
    ['a guest by account type in words', { acct: '1' }, false],
    ['a guest by name', { preferred_username: 'ada_fabrikam.com#ext#@contoso.onmicrosoft.com' }, false],
    ['a guest by identity provider', { idp: 'https://sts.windows.net/another/' }, false],
  ])('is whether the account is cloud-native: %s', (_what, given, cloudNative) => {
    expect(person(given).cloudNative).toBe(cloudNative);
  });

  it.each([
    ['Ada  Byron', 'Ada Byron'],
    ['https://evil.example', 'ada'],
    ['Ada\r\nBcc: x@evil.example', 'ada'],
    ['x'.repeat(51), 'ada'],
    [undefined, 'ada'],
    [7, 'ada'],
  ])('is a name that may stand in our mails: %j is %s', (name, shown) => {
    expect(person({ name }).name).toBe(shown);
  });

  it('is called something where neither name may', () => {
    const given = { name: 'www.evil.example', preferred_username: `${'x'.repeat(60)}@contoso.com` };
    expect(person(given).name).toBe('Somebody of the directory');
  });

  it.each([
    [{ ctry: 'de' }, 'DE'],
    [{ tenant_ctry: 'AT' }, 'AT'],
    [{ ctry: 'XX', tenant_ctry: 'AT' }, 'AT'],
    [{ ctry: 5 }, 'ZZ'],
  ])('is a country, where it is one: %j', (given, country) => {
    expect(person(given).country).toBe(country);
  });

  it.each(['tid', 'oid', 'wids', 'nonce', 'exp', 'iss', 'preferred_username'])('is not enough without %s', (name) => {
    expect(read({ [name]: undefined })).toEqual({ ok: false, reason: 'incomplete', missing: [name] });
  });

  it.each([
    ['tid', 'contoso'],
    ['oid', 42],
    ['wids', 'admin'],
    ['preferred_username', '+49 170 1234567'],
  ])('is not enough with a %s like %j', (name, value) => {
    expect(read({ [name]: value })).toMatchObject({ reason: 'incomplete', missing: [name] });
  });

  it('is nothing at all where it is no token', () => {
    expect(readClaims(null, shared)).toMatchObject({ ok: false, reason: 'incomplete' });
  });

  it('is refused of a personal account, whatever it says', () => {
    for (const given of [{}, { wids: undefined }])
      expect(read({ ...given, tid: '9188040D-6c67-4c5b-b112-36a304b66dad' })).toEqual({
        ok: false,
        reason: 'personal_account',
      });
  });

  it('is refused where it speaks for another directory than its issuer', () => {
    expect(read({ tid: other })).toEqual({ ok: false, reason: 'foreign_issuer' });
  });
});

describe('an issuer may speak for a directory', () => {
  it.each([
    ['its own, at the address that all share', `${microsoft}/${tid}/v2.0`, shared, true],
    ['another one there', `${microsoft}/${other}/v2.0`, shared, false],
    ['any, in the name of the address itself', shared, shared, false],
    ['its own on another server', `https://evil.example/${tid}/v2.0`, shared, false],
    [
      'its own, at the address that personal accounts share too',
      `${microsoft}/${tid}/v2.0`,
      `${microsoft}/common/v2.0`,
      true,
    ],
    ['the only one that is let in', `${microsoft}/${tid}/v2.0`, `${microsoft}/${tid}/v2.0`, true],
    ['another than the only one', `${microsoft}/${other}/v2.0`, `${microsoft}/${other}/v2.0`, false],
    ['one that another server keeps', 'http://127.0.0.1:9', 'http://127.0.0.1:9', true],
    ['one of a server that is not ours', 'http://127.0.0.1:8', 'http://127.0.0.1:9', false],
  ])('%s', (_what, issuer, configured, fits) => {
    expect(issuerFits({ issuer, tid, configured })).toBe(fits);
  });
});

describe('the roles after signing in', () => {
  const chief = { globalAdmin: true, intuneAdmin: false };
  const nobody = { globalAdmin: false, intuneAdmin: false };
  it.each([
    [
      'of a customer are all the directory’s',
      { globalAdmin: true, intuneAdmin: true },
      'customer',
      ['user'],
      ['global_admin', 'intune_admin'],
    ],
    ['of a customer go with the directory', nobody, 'customer', ['global_admin', 'intune_admin'], ['user']],
    ['of a partner gain the administrator', chief, 'partner', ['sales_agent'], ['global_admin', 'sales_agent']],
    ['of a partner lose the administrator alone', nobody, 'partner', ['global_admin', 'sales_agent'], ['sales_agent']],
    ['of a partner may be none', nobody, 'partner', ['global_admin'], []],
    ['of a partner know no Intune', { globalAdmin: false, intuneAdmin: true }, 'partner', [], []],
    ['of the operator are what was given', chief, 'operator', ['support_agent'], ['support_agent']],
    ['of the operator are never the directory’s', chief, 'operator', [], []],
  ] as const)('%s', (_what, said, kind, given, roles) => {
    expect(rolesFrom(said, kind, given)).toEqual(roles);
  });
});
