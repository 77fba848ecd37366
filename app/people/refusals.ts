/** Why an account cannot be changed, in words for who tried; the sentence of the failure itself for anything else. */
const sentences: Record<string, string> = {
  above_you: 'Only a global administrator can do this to another one.',
  own_account: 'This is your own account. Ask another administrator.',
  last_administrator:
    'This is the only administrator your organization has. Make somebody else one first, then change this.',
  unchanged: 'These are the roles this person has now.',
  own_proposal: 'You proposed this, so somebody else has to confirm it.',
  already_decided: 'This was decided meanwhile. Reload the page.',
  already_proposed: 'This is proposed already. Another administrator has to confirm it.',
  no_factor: 'This person has no second factor.',
  already_disabled: 'The account is disabled already.',
  already_enabled: 'The account is enabled already.',
  second_person_needed:
    'Another support administrator has to confirm this. Invite with the role of an agent first, then propose it.',
};

export const refusals = (result: { reason: string; message?: string }): string =>
  sentences[result.reason] ?? result.message ?? 'That did not work. Reload the page and try again.';
