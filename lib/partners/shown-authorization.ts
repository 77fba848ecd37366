import { createHash } from 'node:crypto';
import { type AuthorizationOffer, authorizationTerms } from './authorization-terms';

/** The text of the decision page in one canonical form: who asks whom, and what it means. */
export function authorizationText(offer: AuthorizationOffer): string {
  const { provider, reseller, person } = offer;
  const terms = authorizationTerms(offer).flatMap(({ title, sentences }) => [title, ...sentences]);
  return [
    `Provider: ${provider.name} (${provider.domain}), MPN ID ${provider.mpnId ?? 'none'}, ${provider.country}; invited by ${offer.sender}`,
    `Reseller: ${reseller.name} (${reseller.domain}); signed in as ${person.name} (${person.email})`,
    ...terms,
  ].join('\n');
}

/** SHA-256 in hex of what was shown: posted back with the decision, so that nobody authorises what they did not see. */
export const shownAuthorization = (offer: AuthorizationOffer): string =>
  createHash('sha256').update(authorizationText(offer)).digest('hex');
