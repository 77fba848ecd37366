'use server';

import type { z } from 'zod';
import { act, actAsSelf } from '@/app/act';
import { endViewing } from '@/lib/viewing/end-viewing';
import { startViewing } from '@/lib/viewing/start-viewing';
import type { startViewingInput } from '@/lib/viewing/viewing-input';

export async function start(input: z.input<typeof startViewingInput>) {
  return act(startViewing, input);
}

export async function end() {
  return actAsSelf(endViewing, {});
}
