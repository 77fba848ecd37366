'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { choosePreferences } from '@/lib/preferences/choose-preferences';
import type { preferencesInput, renameSelfInput } from '@/lib/preferences/preferences-input';
import { renameSelf } from '@/lib/preferences/rename-self';

export async function rename(input: z.input<typeof renameSelfInput>) {
  return act(renameSelf, input);
}

export async function choose(input: z.input<typeof preferencesInput>) {
  return act(choosePreferences, input);
}
