import { answer } from '@/app/answer';
import { currentActor } from '@/lib/auth/session';
import { invitationTokenPattern } from '@/lib/consent/invitation-token';
import { findProviderInvitation } from '@/lib/partners/invitation-queries';
import { paths } from '@/lib/paths';
import { keepToken } from '../held-token';

const goTo = (path: string) =>
  new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } });

/**
 * The link of the mail. Changes nothing, whoever or whatever opens it: it moves the secret out of the address into a cookie
 * and goes on to the page that decides. A visitor learns without signing in why a link is dead; somebody signed in learns it
 * on the page that decides, which may tell their organization more.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  if (!invitationTokenPattern.test(token)) return goTo(paths.providerInvitationEnded());
  return answer(async () => {
    const actor = await currentActor();
    const { why } = await findProviderInvitation(actor, { token });
    if (why === 'unknown') return goTo(paths.providerInvitationEnded());
    const to = why && !actor ? paths.providerInvitationEnded : paths.providerInvitation;
    return goTo(to(await keepToken(token, to())));
  });
}
