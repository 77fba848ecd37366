import { spend } from '@/lib/auth/spend';
import { later, minutes } from '@/lib/clock';
import type { DirectoryPerson } from './claims';

/** In milliseconds: clocks differ, and a token that ran out a moment ago still passes. */
const tolerance = minutes(5);

/** Uses up the nonce of a sign-in, in the open transaction: false for whoever comes with the same one again. */
export const spendNonce = ({ tid, nonce, expiresAt }: DirectoryPerson): Promise<boolean> =>
  spend('directory_nonce', `${tid} ${nonce}`, later(new Date(expiresAt * 1000), tolerance));
