/** What support makes sure of before it issues a consent link; the log keeps the sentences. */
export const linkChecks = {
  company: 'The company exists under this name and makes devices',
  website: 'The website is the company’s own and shows these devices',
  makes: 'Devices of this company report these manufacturer names, and no other company’s do',
  contact: 'The contact answered at an address or a number that we found ourselves',
} as const;

export type LinkCheck = keyof typeof linkChecks;

export const linkCheckNames = Object.keys(linkChecks) as LinkCheck[];
