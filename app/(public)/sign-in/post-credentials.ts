import type { z } from 'zod';
import type { signInInput } from '@/lib/auth/sign-in-input';
import { paths } from '@/lib/paths';

export type Credentials = z.infer<typeof signInInput>;

const refused = 'The email or the password is wrong, or the account is switched off. Check both and try again.';
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
    return url.includes('error=CredentialsSignin') ? refused : unreachable;
  } catch {
    return unreachable;
  }
}
