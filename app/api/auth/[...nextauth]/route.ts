import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { answer } from '@/app/answer';
import { directoryVisit } from '@/app/directory-visit';
import { authOptions } from '@/lib/auth/options';
import { isOwnOrigin } from '@/lib/auth/origin';
import { signingSender } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

async function handle(request: NextRequest, context: Context): Promise<Response> {
  // Else next-auth takes port 3000 of this machine for our address.
  process.env.NEXTAUTH_URL ??= env.APP_ORIGIN;
  const visit = await directoryVisit((await context.params).nextauth);
  return NextAuth(request, context, authOptions(await signingSender(), visit));
}

export const GET = handle;

export const POST = (request: NextRequest, context: Context): Promise<Response> =>
  answer(async () => {
    // next-auth lets anybody write into our log there.
    if ((await context.params).nextauth[0] === '_log') throw new AppError('not_found');
    if (!isOwnOrigin(request.headers.get('origin'), env.APP_ORIGIN)) throw new AppError('foreign_origin');
    return handle(request, context);
  });
