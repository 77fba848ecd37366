import type { MaybeActor } from '@/lib/auth/actor';
import { loadClient } from '@/lib/auth/load-client';
import { changingActor, currentActor } from '@/lib/auth/session';
import { refuseSuspendedClient } from '@/lib/auth/suspended';
import { AppError } from '@/lib/errors';
import { takeCall } from '@/lib/wire/allowance';

/**
 * Who asks for what people and programs use alike: an API client by its token, which no other page can send along, else
 * whoever is signed in. Throws AppError `signed_out` for a token that is not good, `suspended`, and `rate_limited`.
 */
export async function askingActor(request: Request, what: 'reads' | 'changes'): Promise<MaybeActor> {
  const [, token] = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (!token) return what === 'reads' ? currentActor() : changingActor();
  const client = await loadClient(token);
  if (!client) throw new AppError('signed_out', 'This token has run out, or its client was revoked. Get a new one.');
  refuseSuspendedClient(client);
  if ((await takeCall(client.id)) > 0) throw new AppError('rate_limited');
  return client;
}
