import { answer } from '@/app/answer';
import { keepToken } from '@/app/partner-invitation/held-token';
import { invitationTokenPattern } from '@/lib/consent/invitation-token';
import { paths } from '@/lib/paths';

/**
 * The link of the mail. Changes nothing, whoever or whatever opens it: it moves the secret out of the address into a cookie
 * and goes on to the page that sets up the organization, or says why the link is dead.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  return answer(async () => {
    const link = invitationTokenPattern.test(token) ? await keepToken(token, paths.signUp()) : undefined;
    return new Response(null, { status: 303, headers: { Location: paths.signUp(link), 'Cache-Control': 'no-store' } });
  });
}
