'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { changePassword } from '@/lib/auth/change-password';
import { endOtherSessions } from '@/lib/auth/end-other-sessions';
import { endSession } from '@/lib/auth/end-session';
import type { changePasswordInput } from '@/lib/auth/password-input';
import { keepSignedIn } from '@/lib/auth/session';

/** All sessions end by it; this browser goes on with the new one, whose id it does not learn. */
export async function changeOwnPassword(input: z.input<typeof changePasswordInput>) {
  const result = await act(changePassword, input);
  if (!result.ok) return result;
  await keepSignedIn(result.sessionId);
  return { ok: true } as const;
}

export async function endOne(sessionId: string) {
  return act(endSession, { sessionId });
}

export async function endOthers() {
  return act(endOtherSessions, {});
}
