'use server';

import { act } from '@/app/act';
import { withdrawAsking } from '@/lib/conflicts/withdraw-asking';

export async function withdraw(conflictId: string) {
  return act(withdrawAsking, { conflictId });
}
