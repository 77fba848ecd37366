import { answer } from '@/app/answer';
import { keepToken } from '@/app/partner-invitation/held-token';
import { invitationTokenPattern } from '@/lib/consent/invitation-token';
import { paths } from '@/lib/paths';

/** The link that a start printed. Changes nothing: it moves the secret out of the address into a cookie and goes on to the page. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  return answer(async () => {
    const link = invitationTokenPattern.test(token) ? await keepToken(token, paths.setup()) : undefined;
    return new Response(null, { status: 303, headers: { Location: paths.setup(link), 'Cache-Control': 'no-store' } });
  });
}
