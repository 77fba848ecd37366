'use server';

import { act } from '@/app/act';
import { decideConflict } from '@/lib/conflicts/decide-conflict';
import { noteConflict } from '@/lib/conflicts/note-conflict';

export async function decide(conflictId: string, decision: 'release' | 'reject', reason: string) {
  return act(decideConflict, { conflictId, decision, reason });
}

export async function note(conflictId: string, words: string) {
  return act(noteConflict, { conflictId, note: words });
}
