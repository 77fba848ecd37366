import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** What of IPv4 is no host of the public internet. Source: IANA's registry of special-purpose addresses. */
const notPublic = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Answers virtual machines of Azure from the inside; the other clouds do so within 169.254.0.0/16 or 100.64.0.0/10.
  ['168.63.129.16', 32],
] as const;

/** Of IPv6 only 2000::/3 is handed out to hosts; within it these are not, or carry an IPv4 address. */
const withinGlobal = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const refused = new BlockList();
for (const [net, bits] of notPublic) refused.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of withinGlobal) refused.addSubnet(net, bits, 'ipv6');
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Whether an address is that of a host on the public internet. Everything else is refused, for IPv6 by naming what is allowed:
 * so an IPv4 address inside an IPv6 one is refused, whatever it is.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !refused.check(address, 'ipv4');
  return isIPv6(address) && global.check(address, 'ipv6') && !refused.check(address, 'ipv6');
}

export const isLoopback = (address: string): boolean =>
  isIPv4(address) ? loopback.check(address, 'ipv4') : isIPv6(address) && loopback.check(address, 'ipv6');
