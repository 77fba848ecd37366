import { cookies } from 'next/headers';
import { ownActor } from '@/lib/auth/actor';
import { currentActor } from '@/lib/auth/session';
import { secure } from '@/lib/auth/session-cookie';
import type { Visit } from '@/lib/directory/admit';
import { connectingCookie, isConnecting } from '@/lib/directory/connecting';
import { directoryProvider } from '@/lib/directory/provider';

/**
 * How somebody goes to Microsoft, or comes back: to sign in, or to connect their organization. What a session began to connect and left is
 * forgotten as soon as another one goes there.
 */
export async function directoryVisit([action, provider]: string[]): Promise<Visit> {
  if (provider !== directoryProvider) return { actor: null, connecting: 'no' };
  const signedIn = await currentActor();
  const actor = signedIn && ownActor(signedIn);
  const jar = await cookies();
  const sealed = jar.get(connectingCookie())?.value;
  const begun = sealed !== undefined && actor !== null && isConnecting(actor, sealed);
  if (sealed !== undefined && (action === 'callback' || !begun))
    jar.set(connectingCookie(), '', { path: '/', maxAge: 0, httpOnly: true, sameSite: 'lax', secure: secure() });
  return { actor, connecting: begun ? 'yes' : sealed === undefined ? 'no' : 'lost' };
}
