import type { StandingAddress } from '@/lib/consent/standing-address';

/** What the page was opened by: the id of a request, whose secret only the cookie knows, or the address of a standing link. */
export type HeldLink = string | StandingAddress;
