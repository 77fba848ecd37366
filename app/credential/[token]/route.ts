import { cookies } from 'next/headers';
import { answer } from '@/app/answer';
import { credentialCookie, credentialCookieOptions } from '@/app/credential-cookie';
import { paths } from '@/lib/paths';

/**
 * The link of the mail. Changes nothing, whoever or whatever opens it: it moves the secret out of the address into a cookie
 * and goes on to the page that sets the password, or says why the link is dead.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  return answer(async () => {
    (await cookies()).set(credentialCookie(), token.slice(0, 100), credentialCookieOptions());
    return new Response(null, { status: 303, headers: { Location: paths.setPassword(), 'Cache-Control': 'no-store' } });
  });
}
