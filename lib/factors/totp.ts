import { Secret, TOTP } from 'otpauth';

/** Seconds a code is for; what every authenticator app expects (RFC 6238). */
const period = 30;
const digits = 6;

/** A code may be one step early or late: clocks differ, and people type slowly. */
const drift = 1;

const totp = (secret: string, email = '') =>
  new TOTP({
    issuer: 'Countersign',
    label: email,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits,
    period,
  });

/** 160 random bits in base32, as RFC 4226 recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says: the address by which an app takes a secret (Google's Key URI format, which all of them read). */
export const totpUri = (secret: string, email: string): string => totp(secret, email).toString();

/** The time step (30 s since 1970) whose code this is, around the time given; null for a wrong code. */
export function matchTotpStep(secret: string, code: string, at: Date): number | null {
  // The library throws on signs that take more than a byte.
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totp(secret).validate({ token: code, timestamp: at.getTime(), window: drift });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / period) + delta;
}
