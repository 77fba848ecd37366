import type { z } from 'zod';
import type { signInInput } from '@/lib/auth/sign-in-input';
import { waitIn } from '@/lib/auth/too-many';
import { busyFor, inMinutes } from '@/lib/auth/wait-words';
import { paths } from '@/lib/paths';

export type Credentials = z.infer<typeof signInInput>;

const refused = 'The email or the password is wrong, or the account is switched off. Check both and try again.';
const busy =
  'Very many people are signing in right now. Nothing is wrong with your account: try again in a few seconds.';
const unreachable = 'Signing in did not work: the portal could not be reached. Try again in a moment.';

/** Signs in through next-auth's credentials callback; answers null, or the one sentence to show. */
export async function postCredentials({ email, password }: Credentials): Promise<string | null> {
  try {
    const token = await fetch(paths.signInToken());
    const { csrfToken } = (await token.json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, email, password, json: 'true' });
    const answer = await fetch(paths.signInApi(), { method: 'POST', body });
    if (answer.ok) return null;
    const { url = '' } = (await answer.json()) as { url?: string };
    const error = new URL(url, window.location.origin).searchParams.get('error') ?? '';
    const wait = waitIn(error);
    if (wait === busyFor) return busy;
    if (wait !== null)
      return `Too many attempts that failed. Nothing is looked at for now: try again ${inMinutes(wait)}.`;
    return error === 'CredentialsSignin' ? refused : unreachable;
  } catch {
    return unreachable;
  }
}
