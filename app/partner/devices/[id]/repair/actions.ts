'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { repairDevice } from '@/lib/devices/repair-device';
import type { repairInput } from '@/lib/devices/repair-input';

export async function repair(input: z.input<typeof repairInput>) {
  return act(repairDevice, input);
}
