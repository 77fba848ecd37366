import type { NotificationKind, NotificationParams } from './kinds';

const number = new Intl.NumberFormat('en');

function uploadFinished(params: NotificationParams['upload_finished']): string {
  const { batch, customer, state } = params;
  if (state === 'failed') return `The upload “${batch}” for ${customer} stopped. Open it to see why.`;
  const counts = (['registered', 'unchanged', 'rejected'] as const)
    .filter((result) => params[result] > 0)
    .map((result) => `${number.format(params[result])} ${result}`);
  const outcome = counts.length > 0 ? counts.join(', ') : 'it had no rows';
  return `The upload “${batch}” for ${customer} is finished: ${outcome}.`;
}

const sentences: { [Kind in NotificationKind]: (params: NotificationParams[Kind]) => string } = {
  request_accepted: ({ customer }) => `${customer} accepted your request.`,
  request_declined: ({ customer, reason }) =>
    `${customer} declined your request${reason === 'given' ? ' and gave a reason. Read it with the request' : ''}.`,
  request_expired: ({ recipient, organization }) =>
    `Your request to ${recipient} (${organization}) expired without an answer.`,
  renewal_asked: ({ recipient, organization }) =>
    `Somebody with the ended link for ${recipient} (${organization}) asks for a new one.`,
  request_expiring: ({ recipient, organization, expires, reminded }) =>
    `Your request to ${recipient} (${organization}) has no answer yet and works until ${expires}. ` +
    (reminded === 'yes' ? 'We have reminded them.' : 'We cannot remind them: do it yourself, or send it again.'),
  upload_finished: uploadFinished,
  dap_removed: ({ customer }) => `${customer} removed your delegated administration permissions. The consent stays.`,
  request_forwarded: ({ person, partner }) => `${person} asks you to answer a consent request of ${partner}.`,
  consent_ended: ({ organization, endedBy }) =>
    endedBy === organization
      ? `${organization} ended the consent between you.`
      : `${endedBy} ended the consent between your organization and ${organization}.`,
  consent_unused: ({ organization, others }) =>
    others === 0
      ? `The consent between your organization and ${organization} has not been used for 90 days.`
      : `The consents of ${organization} and ${number.format(others)} ${others === 1 ? 'other customer' : 'other customers'} have not been used for 90 days.`,
  removal_asked: ({ customer, organization }) => `${customer} asks support to remove ${organization}.`,
  removal_answered: ({ organization, answer }) =>
    answer === 'removed'
      ? `${organization} can no longer act for your organization, as you asked support.`
      : `Support did not remove ${organization}. Its answer is with the relationship.`,
  provider_answered: ({ reseller, provider, answer }) =>
    answer === 'authorized'
      ? `${reseller} authorized ${provider} as its indirect provider.`
      : `${reseller} declined the invitation of ${provider}.`,
  partner_link_ended: ({ endedBy, other }) => `${endedBy} ended its partnership with ${other}.`,
};

/** What happened, in words: the same in the portal and in a mail. */
export function sentence<Kind extends NotificationKind>(kind: Kind, params: NotificationParams[Kind]): string {
  return sentences[kind](params);
}
