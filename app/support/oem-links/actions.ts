'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { issueLink } from '@/lib/oem/issue-link';
import type { checksInput } from '@/lib/oem/issue-link-input';
import { refuseApplication } from '@/lib/oem/refuse-application';
import { releaseApplication } from '@/lib/oem/release-application';
import { replaceLink } from '@/lib/oem/replace-link';
import { takeApplication } from '@/lib/oem/take-application';
import { withdrawLink } from '@/lib/oem/withdraw-link';

export async function take(applicationId: string) {
  return act(takeApplication, { applicationId });
}

export async function release(applicationId: string) {
  return act(releaseApplication, { applicationId });
}

export async function issue(applicationId: string, checks: z.input<typeof checksInput>) {
  return act(issueLink, { applicationId, checks });
}

export async function refuse(applicationId: string, reason: string) {
  return act(refuseApplication, { applicationId, reason });
}

export async function replace(linkId: string, reason: string) {
  return act(replaceLink, { linkId, reason });
}

export async function withdraw(linkId: string, reason: string) {
  return act(withdrawLink, { linkId, reason });
}
