'use server';

import { act } from '@/app/act';
import { makeStandingLink } from '@/lib/consent/make-standing-link';
import { rotateStandingLink } from '@/lib/consent/rotate-standing-link';

export async function make(providerId?: string) {
  return act(makeStandingLink, { providerId });
}

export async function rotate(linkId: string) {
  return act(rotateStandingLink, { linkId });
}
