// Where a request comes from. Next and everything behind it read one header, which only this file writes.
import { isIP } from 'node:net';

const header = 'x-countersign-address';

/** An address without what is written around it: a port, brackets, a zone, IPv6's form of an IPv4 address. Null for anything else. */
function plainAddress(said) {
  const text = (said ?? '').trim();
  const bare = /^\[(.+)\](:\d+)?$/.exec(text)?.[1] ?? (/^[\d.]+:\d+$/.test(text) ? text.split(':')[0] : text);
  const address = bare.replace(/%.*$/, '').replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIP(address) ? address : null;
}

/**
 * The sender's address: that of the connection, or, behind so many proxies of ours (`TRUSTED_PROXIES`), what the outermost of
 * them saw. Each appends one to X-Forwarded-For; what stands further left, anybody could have written. A header that is too short
 * did not come through our proxies.
 */
export function addressOf(request, proxies) {
  const own = plainAddress(request.socket.remoteAddress) ?? '';
  if (proxies === 0) return own;
  const passed = [request.headers['x-forwarded-for'] ?? ''].flat().join(',').split(',');
  return (passed.length >= proxies ? plainAddress(passed.at(-proxies)) : null) ?? own;
}

/** Writes it on the request, over whatever the client sent. */
export function nameSender(request, proxies) {
  request.headers[header] = addressOf(request, proxies);
}
