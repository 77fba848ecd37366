'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { markRead } from '@/lib/notifications/mark-read';
import type { preferencesInput } from '@/lib/notifications/preferences-input';
import { savePreferences } from '@/lib/notifications/save-preferences';

export async function markNotificationRead(id: string, andOlder: boolean) {
  return act(markRead, { id, andOlder });
}

export async function saveNotificationPreferences(input: z.input<typeof preferencesInput>) {
  return act(savePreferences, input);
}
