import { isIPv6 } from 'node:net';
import { z } from 'zod';
import { deviceCookieName, deviceTokenPattern } from './device-cookie';

/** Set by the server in front of everything, whatever a client sent (`scripts/sender.mjs`). */
const addressHeader = 'x-countersign-address';

/**
 * Where a request comes from: the address as the server saw it, what the browser calls itself, and the secret by which we know
 * that browser again. Each is null where there is none, as for a program of ours.
 */
export const senderInput = z.object({
  address: z.string().max(45).nullable(),
  agent: z.string().max(300).nullable().default(null),
  device: z.string().regex(deviceTokenPattern).nullable().default(null),
});
export type Sender = z.infer<typeof senderInput>;

function deviceIn(cookies: string | null | undefined): string | null {
  const start = `${deviceCookieName()}=`;
  const found = cookies?.split(/;\s*/).find((cookie) => cookie.startsWith(start));
  const token = found?.slice(start.length) ?? '';
  return deviceTokenPattern.test(token) ? token : null;
}

export const readSender = (header: (name: string) => string | null | undefined): Sender => ({
  address: header(addressHeader)?.slice(0, 45) || null,
  agent: header('user-agent')?.slice(0, 300) || null,
  device: deviceIn(header('cookie')),
});

/** The eight groups of an IPv6 address, of which one run of zeros may be written as `::`. */
function groupsOf(address: string): string[] {
  const [before = '', after] = address.split('::');
  const head = before ? before.split(':') : [];
  const tail = after ? after.split(':') : [];
  const zeros = after === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''));
}

/** Who is counted by an address: itself, and of IPv6 the /64, which one household or machine has all of. */
export const networkOf = (address: string): string =>
  isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address;
