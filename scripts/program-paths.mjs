// Addresses that programs call are read without regard to case, and doubled and trailing slashes count for nothing. Next
// would answer them with a redirect, on which clients lose their token, so they are put right before Next sees them.

const apiRoot = /^\/(v1|oem\/v1)(?=\/|$)/i;
const tokenPath = /^\/[^/]+\/oauth2(?:\/v2\.0)?\/token$/i;

/** True for an address of the APIs or of their tokens, as it was put right. */
export const isForPrograms = (path) => /^\/(api|v1|oem\/v1)(\/|$)/.test(path) || tokenPath.test(path);

/** The address (path and query) as the routes know it; any other address as it came. What follows the root keeps its case. */
export function putRight(url) {
  const [, path, query] = /^([^?]*)(.*)$/s.exec(url);
  const plain = path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
  if (apiRoot.test(plain)) return plain.replace(apiRoot, (root) => root.toLowerCase()) + query;
  return tokenPath.test(plain) ? plain.toLowerCase() + query : url;
}
