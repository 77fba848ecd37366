import { z } from 'zod';
import { isPublicMailDomain } from './public-mail-domains';

const hostName = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** Why this (lower case) cannot be an organization's domain, in a sentence; null when it can. */
export function refuseDomain(domain: string): string | null {
  if (!hostName.test(domain)) return 'Enter a domain such as contoso.com.';
  return isPublicMailDomain(domain)
    ? `Anybody can have an address at ${domain}, so it is no organization’s. Use the domain of your organization.`
    : null;
}

/** The domain of a mail address, lower case. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** An organization's domain as people type it: trimmed, lower case, no provider where anybody gets an address. */
export const organizationDomain = z
  .string('Enter a domain.')
  .trim()
  .toLowerCase()
  .transform((domain, context) => {
    const problem = refuseDomain(domain);
    if (!problem) return domain;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
