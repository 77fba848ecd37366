import { Secret } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { matchTotpStep, newTotpSecret, totpUri } from './totp';

/** The key of RFC 6238, appendix B. Its codes have eight digits; ours are their last six. */
const secret = Secret.fromLatin1('12345678901234567890').base32;
const at = (seconds: number) => new Date(seconds * 1000);

describe('a code of an authenticator app', () => {
  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1111111111, '050471', 37037037],
    [1234567890, '005924', 41152263],
    [2000000000, '279037', 66666666],
    [20000000000, '353130', 666666666],
  ])('at %d s is %s, of step %d (RFC 6238)', (seconds, code, step) => {
    expect(matchTotpStep(secret, code, at(seconds))).toBe(step);
  });

  it.each([
    [29, 1],
    [89, 1],
    [28 - 30, null],
    [120, null],
  ])('of step 1 is looked at at %d s as step %s', (seconds, step) => {
    expect(matchTotpStep(secret, '287082', at(seconds))).toBe(step);
  });

  it.each(['', '28708', '2870822', 'abcdef', '２８７０８２', '-87082', '000000'])('%j is wrong', (code) => {
    expect(matchTotpStep(secret, code, at(59))).toBeNull();
  });
});

describe('a new secret', () => {
  it('has 160 bits and is never the same', () => {
    expect(Secret.fromBase32(newTotpSecret()).bytes).toHaveLength(20);
    expect(newTotpSecret()).not.toBe(newTotpSecret());
  });

  it('is handed to an app with who it is for', () => {
    const uri = new URL(totpUri(secret, 'ada+it@contoso.example'));
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.pathname)).toContain('Countersign:ada+it@contoso.example');
    expect(uri.searchParams.get('secret')).toBe(secret);
  });
});
