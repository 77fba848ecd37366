import { describe, expect, it } from 'vitest';
import { explainFailure, explainMissing } from './explain-failure';
import { connectingProblem, directoryRefusal } from './refusals';

const named = (name: string, message: string, code?: string) =>
  Object.assign(new Error(message), { name, ...(code && { code }) });

describe('what an operator reads', () => {
  it.each([
    [
      'a wrong secret',
      named('OPError', 'invalid_client (AADSTS7000215: Invalid client secret provided.)'),
      'ENTRA_CLIENT_SECRET',
    ],
    ['a secret that ran out', named('OPError', 'invalid_client (AADSTS7000222: expired)'), 'ENTRA_CLIENT_SECRET'],
    ['an app nobody knows', named('OPError', 'unauthorized_client (AADSTS700016: not found)'), 'ENTRA_CLIENT_ID'],
    [
      'another redirect URI',
      named('OPError', 'invalid_grant (AADSTS50011: The redirect URI does not match)'),
      'redirect URI',
    ],
    ['nobody at the address', named('Error', '', 'ECONNREFUSED'), 'ENTRA_ISSUER cannot be reached'],
    [
      'an issuer that is silent',
      named('RPError', 'outgoing request timed out after 5000ms'),
      'ENTRA_ISSUER cannot be reached',
    ],
    ['no discovery document', named('OPError', 'expected 200 OK, got: 404 Not Found'), 'ENTRA_ISSUER is not'],
    ['another issuer', named('RPError', 'unexpected iss value, expected a, got: b'), 'another issuer'],
    ['another audience', named('RPError', 'aud mismatch, expected a, got: b'), 'another app'],
    ['an old token', named('RPError', 'JWT expired, now 2, exp 1'), 'clock'],
    ['no cookies', named('TypeError', 'State cookie was missing.'), 'APP_ORIGIN'],
  ])('says what to do about %s', (_what, error, words) => {
    expect(explainFailure({ error, providerId: 'entra' }).hint).toContain(words);
  });

  it('says the code of what an address claims, and nothing else of it', () => {
    const logged = { error: new Error('access_denied'), error_description: 'AADSTS65004: User declined <script>' };
    expect(explainFailure(logged)).toEqual({ cause: 'Error: access_denied (AADSTS65004)' });
  });

  it('never says a nonce, a state, or more than a few lines', () => {
    for (const what of ['nonce', 'state']) {
      const error = named('RPError', `${what} mismatch, expected secret-1, got: secret-2`);
      expect(explainFailure({ error }).cause).toBe(`RPError: ${what} mismatch`);
    }
    const error = Object.assign(named('RPError', 'x'.repeat(5000)), { jwt: 'eyJ.secret', params: { code: 'secret' } });
    expect(JSON.stringify(explainFailure({ error })).length).toBeLessThan(500);
    expect(JSON.stringify(explainFailure({ error }))).not.toContain('secret');
    expect(explainFailure(undefined)).toEqual({ cause: 'unknown' });
  });

  it.each([
    [['wids'], 'groupMembershipClaims'],
    [['preferred_username'], 'scope "profile"'],
    [['tid', 'oid'], 'ENTRA_ISSUER'],
  ])('says what a token without %j lacks', (missing, words) => {
    const { cause, hint } = explainMissing(missing);
    expect([cause, hint]).toEqual([`the ID token lacks ${missing.join(', ')}`, expect.stringContaining(words)]);
  });
});

describe('what a person reads', () => {
  it.each([
    'OAuthSignin',
    'OAuthCallback',
    'Callback',
    'Configuration',
    'AccessDenied',
    'incomplete',
    '__proto__',
    'toString',
    '<b>',
  ])('is a sentence without details for %s', (code) => {
    for (const sentence of [directoryRefusal(code), connectingProblem(code)]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/ENTRA|AADSTS|<b>|claim|token|wids/);
    }
  });
});
