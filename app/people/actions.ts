'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { cancelMemberInvitation } from '@/lib/people/cancel-member-invitation';
import { changeRoles } from '@/lib/people/change-roles';
import { confirmPromotion } from '@/lib/people/confirm-promotion';
import { disableMember } from '@/lib/people/disable-member';
import { enableMember } from '@/lib/people/enable-member';
import { inviteMember } from '@/lib/people/invite-member';
import type { changeRolesInput, inviteMemberInput } from '@/lib/people/member-input';
import { proposePromotion } from '@/lib/people/propose-promotion';
import { refusePromotion } from '@/lib/people/refuse-promotion';
import { removeMember } from '@/lib/people/remove-member';
import { resetFactors } from '@/lib/people/reset-factors';

export async function invite(input: z.input<typeof inviteMemberInput>) {
  return act(inviteMember, input);
}

export async function cancelInvitation(invitationId: string) {
  return act(cancelMemberInvitation, { invitationId });
}

export async function change(input: z.input<typeof changeRolesInput>) {
  return act(changeRoles, input);
}

export async function propose(input: z.input<typeof changeRolesInput>) {
  return act(proposePromotion, input);
}

export async function confirm(userId: string) {
  return act(confirmPromotion, { userId });
}

export async function refuse(userId: string) {
  return act(refusePromotion, { userId });
}

export async function disable(userId: string) {
  return act(disableMember, { userId });
}

export async function enable(userId: string) {
  return act(enableMember, { userId });
}

export async function resetSecondFactor(userId: string) {
  return act(resetFactors, { userId });
}

export async function remove(userId: string) {
  return act(removeMember, { userId });
}
