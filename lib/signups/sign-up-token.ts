import { hashInvitationToken } from '@/lib/consent/invitation-token';

/**
 * What is stored of a link's secret. Whether the standing link that somebody came from asks for delegated administration is
 * said by that link's address alone; the hash remembers it, so that whoever holds the link cannot change it.
 */
export const hashSignUpToken = (token: string, dap: boolean): string =>
  hashInvitationToken(dap ? `${token}+dap` : token);

/**
 * What is stored where no link goes out: the name of what happened, so that the unique index lets it happen once. No link's
 * secret looks like it.
 */
export const nameInsteadOfToken = (...parts: string[]): string => hashInvitationToken(parts.join('\n'));
