'use server';

import { act } from '@/app/act';
import { approveApplication } from '@/lib/applications/approve-application';
import { mailJoiningLink } from '@/lib/applications/mail-joining-link';
import { refuseApplication } from '@/lib/applications/refuse-application';

export async function approve(applicationId: string) {
  return act(approveApplication, { applicationId });
}

export async function refuse(applicationId: string, reason: string) {
  return act(refuseApplication, { applicationId, reason });
}

export async function mailLink(applicationId: string) {
  return act(mailJoiningLink, { applicationId });
}
