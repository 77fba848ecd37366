import type { NotificationKind, NotificationParams } from './kinds';

const number = new Intl.NumberFormat('en');

const surfaceDevices = (count: number) => `${number.format(count)} Surface ${count === 1 ? 'device' : 'devices'}`;

/** The results that there are, counted: "9,998 registered, 1 rejected". */
const resultsOf = (params: Record<'registered' | 'unchanged' | 'rejected', number>): string =>
  (['registered', 'unchanged', 'rejected'] as const)
    .filter((result) => params[result] > 0)
    .map((result) => `${number.format(params[result])} ${result}`)
    .join(', ');

function uploadFinished(params: NotificationParams['upload_finished']): string {
  const { batch, customer, state } = params;
  if (state === 'failed') return `The upload “${batch}” for ${customer} stopped. Open it to see why.`;
  const outcome = resultsOf(params) || 'it had no rows';
  return `The upload “${batch}” for ${customer} is finished: ${outcome}.`;
}

const answers: Record<NotificationParams['release_answered']['answer'], (device: string) => string> = {
  released: (device) => `The device ${device} is released. You can register it now.`,
  rejected: (device) => `Support decided that the device ${device} is not released.`,
  escalated: (device) => `Nobody released the device ${device}. Support decides now.`,
  closed: (device) => `The device ${device} is no longer registered elsewhere. You can register it now.`,
};

const outcomes: Record<NotificationParams['release_settled']['outcome'], (device: string) => string> = {
  released: (device) => `The device ${device} is released: it is no longer registered.`,
  rejected: (device) => `Support decided that the device ${device} stays registered.`,
  escalated: (device) => `Support decides now whether the device ${device} is released.`,
  withdrawn: (device) => `The request to release the device ${device} was withdrawn. It stays registered.`,
};

const linkAnswers: Record<NotificationParams['oem_link_answered']['answer'], string> = {
  issued: 'Support issued your consent link. You can send it to your customers now.',
  refused: 'Support did not issue a consent link for you. Its reason is where the link would be.',
  replaced: 'Support replaced your consent link. The old one no longer works; send the new one from now on.',
  withdrawn: 'Support withdrew your consent link. What customers granted by it stays as it is.',
};

const sentences: { [Kind in NotificationKind]: (params: NotificationParams[Kind]) => string } = {
  request_accepted: ({ customer }) => `${customer} accepted your request.`,
  request_declined: ({ customer, reason }) =>
    `${customer} declined your request${reason === 'given' ? ' and gave a reason. Read it with the request' : ''}.`,
  request_expired: ({ recipient, organization }) =>
    `Your request to ${recipient} (${organization}) expired without an answer.`,
  request_handled: ({ recipient, organization, what }) =>
    what === 'resent'
      ? `Support sent your request to ${recipient} (${organization}) again, with a new link. The log says why.`
      : `Support canceled your request to ${recipient} (${organization}). The log says why.`,
  renewal_asked: ({ recipient, organization }) =>
    `Somebody with the ended link for ${recipient} (${organization}) asks for a new one.`,
  request_expiring: ({ recipient, organization, expires, reminded }) =>
    `Your request to ${recipient} (${organization}) has no answer yet and works until ${expires}. ` +
    (reminded === 'yes' ? 'We have reminded them.' : 'We cannot remind them: do it yourself, or send it again.'),
  upload_finished: uploadFinished,
  dap_removed: ({ customer }) => `${customer} removed your delegated administration permissions. The consent stays.`,
  request_forwarded: ({ person, partner }) => `${person} asks you to answer a consent request of ${partner}.`,
  answer_wanted: ({ address, partner }) =>
    `Somebody without an account, who gave the address ${address}, asks you to answer a consent request of ${partner}.`,
  consent_ended: ({ organization, endedBy }) =>
    endedBy === organization
      ? `${organization} ended the consent between you.`
      : `${endedBy} ended the consent between your organization and ${organization}.`,
  consent_ending: ({ organization, day }) =>
    `Support ends the consent between your organization and ${organization} on ${day}. Until then it stays as it is.`,
  consent_kept: ({ organization, day }) =>
    `The consent between your organization and ${organization} stays: support does not end it on ${day} after all.`,
  consent_unused: ({ organization, others }) =>
    others === 0
      ? `The consent between your organization and ${organization} has not been used for 90 days.`
      : `The consents of ${organization} and ${number.format(others)} ${others === 1 ? 'other customer' : 'other customers'} have not been used for 90 days.`,
  removal_asked: ({ customer, organization }) => `${customer} asks support to remove ${organization}.`,
  removal_answered: ({ organization, answer }) =>
    answer === 'removed'
      ? `${organization} can no longer act for your organization, as you asked support.`
      : `Support did not remove ${organization}. Its answer is with the relationship.`,
  oem_link_asked: ({ organization }) => `${organization} asks for its consent link.`,
  oem_link_answered: ({ answer }) => linkAnswers[answer],
  provider_answered: ({ reseller, provider, answer }) =>
    answer === 'authorized'
      ? `${reseller} authorized ${provider} as its indirect provider.`
      : `${reseller} declined the invitation of ${provider}.`,
  partner_link_ended: ({ endedBy, other }) => `${endedBy} ended its partnership with ${other}.`,
  release_asked: ({ device, by }) => `You are asked to release the device ${device}. Answer by ${by}.`,
  release_due: ({ device, by }) =>
    `You have not said yet whether the device ${device} is released. After ${by} support decides.`,
  release_answered: ({ device, answer }) => answers[answer](device),
  release_settled: ({ device, outcome }) => outcomes[outcome](device),
  organization_suspended: ({ organization, outcome }) =>
    outcome === 'suspended'
      ? `Countersign support suspended ${organization}. Nothing can be changed until it is reinstated.`
      : `Countersign support reinstated ${organization}. Everything works again.`,
  client_suspended: ({ client, outcome }) =>
    outcome === 'suspended'
      ? `Countersign support suspended your API client ${client}. Its calls are refused until it is reinstated.`
      : `Countersign support reinstated your API client ${client}. Its calls are answered again.`,
  viewing_started: ({ person, role }) =>
    `${person} of Countersign support sees for up to 30 minutes what your organization sees, as its ${role}. Nothing can be changed; your activity log says why.`,
  suspension_proposed: ({ person, subject }) => `${person} proposes to suspend ${subject}. Confirm it or turn it down.`,
  suspension_decided: ({ subject, answer }) =>
    answer === 'confirmed'
      ? `Your proposal was confirmed: ${subject} is suspended.`
      : `Your proposal to suspend ${subject} was turned down. The reason is with the proposal.`,
  surface_registered: ({ operator, devices }) =>
    `${operator} support registered ${surfaceDevices(devices)} for your organization, as one of your administrators asked.`,
  surface_taken_back: ({ operator, devices }) =>
    `${operator} support takes back ${surfaceDevices(devices)} that it registered for your organization.`,
  surface_finished: ({ customer, ...results }) =>
    `The Surface devices of ${customer} are done: ${resultsOf(results) || 'there were none'}.`,
  webhook_failing: ({ host, outcome }) =>
    outcome === 'failed'
      ? `An event for your webhook at ${host} was not delivered after ten attempts.`
      : `Your webhook at ${host} is disabled: nothing was delivered for three days.`,
  promotion_proposed: ({ proposer, person }) =>
    `${proposer} proposes to make ${person} a support administrator. Confirm or refuse it.`,
  conflict_escalated: ({ device, asker, holder, why }) =>
    `${asker} asks for the device ${device} of ${holder}, which ${why === 'refused' ? 'refused' : 'did not answer'}. Decide it.`,
};

/** What happened, in words: the same in the portal and in a mail. */
export function sentence<Kind extends NotificationKind>(kind: Kind, params: NotificationParams[Kind]): string {
  return sentences[kind](params);
}
