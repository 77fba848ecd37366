/** What a reseller's administrator decides about. */
export interface AuthorizationOffer {
  provider: { name: string; domain: string; mpnId: string | null; country: string };
  /** Who sent the invitation. */
  sender: string;
  reseller: { name: string; domain: string };
  /** Who decides. */
  person: { name: string; email: string };
  /** How many of the reseller's customers name this provider in their consent today. */
  customers: number;
}

export interface TermsSection {
  title: string;
  sentences: string[];
}

const today = ({ provider, reseller, customers }: AuthorizationOffer): string => {
  if (customers === 0) return `Today no customer of ${reseller.name} names ${provider.name} in its consent.`;
  const who = customers === 1 ? '1 customer' : `${customers.toLocaleString('en')} customers`;
  const verb = customers === 1 ? 'names' : 'name';
  const their = customers === 1 ? 'its' : 'their';
  return `Today ${who} of ${reseller.name} ${verb} ${provider.name} in ${their} consent; it can act for them at once.`;
};

/** What authorising a provider means, in plain sentences. What changes here is shown again to whoever has the page open. */
export function authorizationTerms(offer: AuthorizationOffer): TermsSection[] {
  const provider = offer.provider.name;
  const reseller = offer.reseller.name;
  return [
    {
      title: `What ${provider} may do`,
      sentences: [
        `Register and manage devices of those customers of ${reseller} whose consent names ${provider}.`,
        today(offer),
      ],
    },
    {
      title: 'What stays as it is',
      sentences: [
        `The consents of your customers are unchanged. What ${reseller} may do for them is unchanged.`,
        `${provider} sees none of your customers whose consent does not name it.`,
      ],
    },
    {
      title: 'How it ends',
      sentences: [
        `${reseller} and ${provider} can each end it at any time.`,
        `From that moment ${provider} can no longer manage these devices. Devices that are registered stay registered.`,
      ],
    },
  ];
}
