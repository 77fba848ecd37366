import { answer } from '@/app/answer';
import { currentActor } from '@/lib/auth/session';
import { readMailbox } from '@/lib/mail/queries';

/** The demo's mailbox for programs; `/mailbox` asked for JSON leads here. */
export const GET = (request: Request): Promise<Response> =>
  answer(async () => {
    const to = new URL(request.url).searchParams.get('to') ?? undefined;
    const mails = await readMailbox(await currentActor(), { to });
    const body = mails.map(({ id: _id, ...mail }) => mail);
    return Response.json(body, { headers: { 'Cache-Control': 'no-store' } });
  });
