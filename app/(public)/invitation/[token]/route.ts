import { answer } from '@/app/answer';
import { invitationCookieHeader } from '@/app/invitation-cookie';
import { currentActor } from '@/lib/auth/session';
import { findInvitation } from '@/lib/consent/invitation-queries';
import { invitationTokenPattern } from '@/lib/consent/invitation-token';
import { paths } from '@/lib/paths';

const goTo = (path: string) =>
  new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } });

/** Where the secret is needed: on the page that decides, and on those that say what to do without an account or a good link. */
const within = [paths.admin(), paths.invitations()];

/**
 * The link of the mail. Changes nothing, whoever or whatever opens it: it moves the secret out of the address into a cookie
 * and goes on to the consent page, or to the page that says why the link is dead.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  if (!invitationTokenPattern.test(token)) return goTo(paths.invitationEnded());
  return answer(async () => {
    const { kind, requestId } = await findInvitation(await currentActor(), { token });
    if (!requestId) return goTo(paths.invitationEnded());
    const onwards = goTo(kind === 'good' ? paths.partnerInvitation(requestId) : paths.invitationEnded(requestId));
    for (const path of within) onwards.headers.append('Set-Cookie', invitationCookieHeader(requestId, token, path));
    return onwards;
  });
}
