'use server';

import { act } from '@/app/act';
import { noteRemoval } from '@/lib/support/note-removal';
import { refuseRemoval } from '@/lib/support/refuse-removal';
import { releaseRemoval } from '@/lib/support/release-removal';
import { takeRemoval } from '@/lib/support/take-removal';

export async function take(removalId: string) {
  return act(takeRemoval, { removalId });
}

export async function release(removalId: string) {
  return act(releaseRemoval, { removalId });
}

export async function refuse(removalId: string, answer: string) {
  return act(refuseRemoval, { removalId, answer });
}

export async function note(removalId: string, words: string) {
  return act(noteRemoval, { removalId, note: words });
}
