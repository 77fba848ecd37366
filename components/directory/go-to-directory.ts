import { directoryRefusal } from '@/lib/directory/refusals';
import { paths } from '@/lib/paths';

interface SignIn {
  /** Where to come back to: a path of ours. */
  next: string;
  prompt: 'login' | 'select_account';
}

/**
 * Goes to Microsoft through next-auth; answers null once the browser is on its way, or the one sentence to show. Our content policy lets no form
 * be redirected to another site, so this asks for the address and goes there.
 */
export async function goToDirectory({ next, prompt }: SignIn): Promise<string | null> {
  try {
    const token = await fetch(paths.signInToken());
    const { csrfToken } = (await token.json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, callbackUrl: next, json: 'true' });
    const answer = await fetch(paths.directorySignIn(prompt), { method: 'POST', body });
    const { url } = (await answer.json()) as { url: string };
    const to = new URL(url, window.location.origin);
    // Back to ourselves leads only what went wrong before anybody was asked.
    if (to.pathname.startsWith('/api/auth/')) return directoryRefusal(to.searchParams.get('error') ?? 'unavailable');
    window.location.assign(to);
    return null;
  } catch {
    return directoryRefusal('unavailable');
  }
}
