import { paths } from '@/lib/paths';
import { keepToken } from '../held-token';

/** The link in the mail: puts its secret into a cookie and goes on to an address without it. Whoever opens it changes nothing. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const link = await keepToken((await params).token);
  return new Response(null, {
    status: 303,
    headers: { Location: paths.providerInvitation(link), 'Cache-Control': 'no-store' },
  });
}
