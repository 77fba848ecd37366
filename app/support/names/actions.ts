'use server';

import { act } from '@/app/act';
import { approveName } from '@/lib/applications/approve-name';
import { refuseName } from '@/lib/applications/refuse-name';

export async function approve(changeId: string) {
  return act(approveName, { changeId });
}

export async function refuse(changeId: string, reason: string) {
  return act(refuseName, { changeId, reason });
}
