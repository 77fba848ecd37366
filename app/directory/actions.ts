'use server';

import { cookies } from 'next/headers';
import { act } from '@/app/act';
import { needsSignIn } from '@/lib/auth/fresh';
import { allows } from '@/lib/auth/policy';
import { changingActor } from '@/lib/auth/session';
import { secure } from '@/lib/auth/session-cookie';
import { connectingCookie, connectingTime, sealConnecting } from '@/lib/directory/connecting';
import { disconnectDirectory } from '@/lib/directory/disconnect-directory';
import { AppError } from '@/lib/errors';

/** Notes in this browser that whoever comes back from Microsoft connects their organization. Answers null, or why not. */
export async function beginConnecting(): Promise<string | null> {
  try {
    const actor = await changingActor();
    if (!actor) return new AppError('signed_out').message;
    if (actor.viewer) return new AppError('viewing').message;
    if (!allows(actor, 'directory:connect')) return new AppError('denied').message;
    if (needsSignIn(actor, 'directory:connect')) return new AppError('sign_in_again').message;
    (await cookies()).set(connectingCookie(), sealConnecting(actor), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: secure(),
      maxAge: connectingTime / 1000,
    });
    return null;
  } catch (error) {
    return (error instanceof AppError ? error : new AppError('failed')).message;
  }
}

export async function disconnect() {
  return act(disconnectDirectory, {});
}
