'use server';

import { act } from '@/app/act';
import { takeBackSurface } from '@/lib/support/take-back-surface';

export async function takeBack(id: string, reason: string) {
  return act(takeBackSurface, { id, reason });
}
