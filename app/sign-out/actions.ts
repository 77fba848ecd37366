'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { actAsSelf } from '@/app/act';
import { nextPath } from '@/lib/auth/next-path';
import { secure, sessionCookieName } from '@/lib/auth/session-cookie';
import { signOut } from '@/lib/auth/sign-out';
import { paths } from '@/lib/paths';

/**
 * The session row decides; the cookie goes too, so that the next visit starts clean. A foreign page changes neither. The
 * field `next` says where whoever signs in then wants to be.
 */
export async function endSession(form: FormData): Promise<void> {
  const result = await actAsSelf(signOut, {});
  if (!result.ok && 'code' in result && result.code === 'foreign_origin') return;
  (await cookies()).set(sessionCookieName(), '', { path: '/', maxAge: 0, httpOnly: true, secure: secure() });
  const next = form.get('next');
  redirect(paths.signIn(nextPath(typeof next === 'string' ? next : undefined) ?? undefined));
}
