import { cookies } from 'next/headers';
import { answer } from '@/app/answer';
import { invitationCookie, invitationCookieOptions } from '@/app/invitation-cookie';
import { currentActor } from '@/lib/auth/session';
import { findInvitation } from '@/lib/consent/invitation-queries';
import { invitationTokenPattern } from '@/lib/consent/invitation-token';
import { paths } from '@/lib/paths';

const goTo = (path: string) =>
  new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } });

/**
 * The link of the mail. Changes nothing, whoever or whatever opens it: it moves the secret out of the address into a cookie
 * and goes on to the consent page, or to the page that says why the link is dead.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  if (!invitationTokenPattern.test(token)) return goTo(paths.invitationEnded());
  return answer(async () => {
    const found = await findInvitation(await currentActor(), { token });
    if (!found.requestId) return goTo(paths.invitationEnded());
    const [within, next] =
      found.kind === 'good'
        ? [paths.admin(), paths.partnerInvitation(found.requestId)]
        : [paths.invitationEnded(), paths.invitationEnded(found.requestId)];
    (await cookies()).set(invitationCookie(found.requestId), token, invitationCookieOptions(within));
    return goTo(next);
  });
}
