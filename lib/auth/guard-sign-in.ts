import { giveBack, takeOne } from './allowance';
import { forgive, takeAttempt } from './lockout';
import { isOwnDevice } from './own-device';
import { passwordsQueue } from './password';
import { networkOf, type Sender } from './sender';
import { busyFor } from './wait-words';

/**
 * Before a password is looked at: counts the attempt for the address it comes from and for the name, known or not. Returns 0,
 * or for how many milliseconds nothing is looked at. While as many passwords wait as can be looked at in a second, more are
 * turned away for a moment, which counts for nobody; who comes with a browser of their own still gets in.
 */
export async function guardSignIn(email: string, from: Sender | null): Promise<number> {
  if (passwordsQueue() && !(await isOwnDevice(email, from))) return busyFor;
  const wait = from?.address ? await takeOne('sign_in', networkOf(from.address)) : 0;
  return wait > 0 ? wait : takeAttempt('password', email);
}

/** It was the right one: neither counts. */
export async function forgiveSignIn(email: string, from: Sender | null): Promise<void> {
  await forgive('password', email);
  if (from?.address) await giveBack('sign_in', networkOf(from.address));
}
