'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { askLink } from '@/lib/oem/ask-link';
import type { askLinkInput } from '@/lib/oem/ask-link-input';
import { mailLink } from '@/lib/oem/mail-link';
import type { mailLinkInput } from '@/lib/oem/mail-link-input';
import { withdrawApplication } from '@/lib/oem/withdraw-application';

export async function ask(input: z.input<typeof askLinkInput>) {
  return act(askLink, input);
}

export async function withdraw(applicationId: string) {
  return act(withdrawApplication, { applicationId });
}

export async function mail(input: z.input<typeof mailLinkInput>) {
  return act(mailLink, input);
}
