import { describe, expect, it } from 'vitest';
import { kindNames, type NotificationKind, type NotificationParams } from './kinds';
import { sentence } from './sentences';

type Case = { [Kind in NotificationKind]: [Kind, NotificationParams[Kind], string] }[NotificationKind];

const upload = {
  batch: 'Pilot',
  customer: 'Contoso',
  state: 'finished',
  registered: 0,
  unchanged: 0,
  rejected: 0,
} as const;

const cases: Case[] = [
  ['request_accepted', { customer: 'Contoso' }, 'Contoso accepted your request.'],
  ['request_declined', { customer: 'Contoso', reason: 'none' }, 'Contoso declined your request.'],
  [
    'request_declined',
    { customer: 'Contoso', reason: 'given' },
    'Contoso declined your request and gave a reason. Read it with the request.',
  ],
  [
    'request_expired',
    { recipient: 'Ada Lovelace', organization: 'Contoso' },
    'Your request to Ada Lovelace (Contoso) expired without an answer.',
  ],
  [
    'renewal_asked',
    { recipient: 'Ada Lovelace', organization: 'Contoso' },
    'Somebody with the ended link for Ada Lovelace (Contoso) asks for a new one.',
  ],
  [
    'request_handled',
    { recipient: 'Ada Lovelace', organization: 'Contoso', what: 'resent' },
    'Support sent your request to Ada Lovelace (Contoso) again, with a new link. The log says why.',
  ],
  [
    'request_handled',
    { recipient: 'Ada Lovelace', organization: 'Contoso', what: 'canceled' },
    'Support canceled your request to Ada Lovelace (Contoso). The log says why.',
  ],
  [
    'request_expiring',
    { recipient: 'Ada Lovelace', organization: 'Contoso', expires: 'March 1, 2026', reminded: 'yes' },
    'Your request to Ada Lovelace (Contoso) has no answer yet and works until March 1, 2026. We have reminded them.',
  ],
  [
    'request_expiring',
    { recipient: 'Ada Lovelace', organization: 'Contoso', expires: 'March 1, 2026', reminded: 'no' },
    'Your request to Ada Lovelace (Contoso) has no answer yet and works until March 1, 2026. We cannot remind them: do it yourself, or send it again.',
  ],
  [
    'surface_registered',
    { operator: 'Countersign', devices: 1200 },
    'Countersign support registered 1,200 Surface devices for your organization, as one of your administrators asked.',
  ],
  [
    'surface_taken_back',
    { operator: 'Countersign', devices: 1 },
    'Countersign support takes back 1 Surface device that it registered for your organization.',
  ],
  [
    'surface_finished',
    { customer: 'Contoso', registered: 10, unchanged: 0, rejected: 2 },
    'The Surface devices of Contoso are done: 10 registered, 2 rejected.',
  ],
  [
    'consent_ending',
    { organization: 'Proseware', day: 'March 1, 2026' },
    'Support ends the consent between your organization and Proseware on March 1, 2026. Until then it stays as it is.',
  ],
  [
    'consent_kept',
    { organization: 'Proseware', day: 'March 1, 2026' },
    'The consent between your organization and Proseware stays: support does not end it on March 1, 2026 after all.',
  ],
  [
    'upload_finished',
    { ...upload, registered: 9998, state: 'finished' },
    'The upload “Pilot” for Contoso is finished: 9,998 registered.',
  ],
  [
    'upload_finished',
    { ...upload, registered: 9998, unchanged: 1, rejected: 2, state: 'finished_with_errors' },
    'The upload “Pilot” for Contoso is finished: 9,998 registered, 1 unchanged, 2 rejected.',
  ],
  [
    'promotion_proposed',
    { proposer: 'Lena Fischer', person: 'Sam Ortega' },
    'Lena Fischer proposes to make Sam Ortega a support administrator. Confirm or refuse it.',
  ],
  [
    'webhook_failing',
    { host: 'example.com', outcome: 'failed' },
    'An event for your webhook at example.com was not delivered after ten attempts.',
  ],
  [
    'webhook_failing',
    { host: 'example.com', outcome: 'disabled' },
    'Your webhook at example.com is disabled: nothing was delivered for three days.',
  ],
  ['upload_finished', upload, 'The upload “Pilot” for Contoso is finished: it had no rows.'],
  [
    'upload_finished',
    { ...upload, registered: 500, state: 'failed' },
    'The upload “Pilot” for Contoso stopped. Open it to see why.',
  ],
  [
    'dap_removed',
    { customer: 'Contoso' },
    'Contoso removed your delegated administration permissions. The consent stays.',
  ],
  [
    'request_forwarded',
    { person: 'Zoe Young', partner: 'Fabrikam' },
    'Zoe Young asks you to answer a consent request of Fabrikam.',
  ],
  [
    'answer_wanted',
    { address: 'zoe@contoso.example', partner: 'Fabrikam' },
    'Somebody without an account, who gave the address zoe@contoso.example, asks you to answer a consent request of Fabrikam.',
  ],
  ['consent_ended', { organization: 'Contoso', endedBy: 'Contoso' }, 'Contoso ended the consent between you.'],
  [
    'consent_ended',
    { organization: 'Proseware', endedBy: 'Countersign support' },
    'Countersign support ended the consent between your organization and Proseware.',
  ],
  [
    'consent_unused',
    { organization: 'Contoso', others: 0 },
    'The consent between your organization and Contoso has not been used for 90 days.',
  ],
  [
    'consent_unused',
    { organization: 'Contoso', others: 1200 },
    'The consents of Contoso and 1,200 other customers have not been used for 90 days.',
  ],
  ['removal_asked', { customer: 'Contoso', organization: 'Proseware' }, 'Contoso asks support to remove Proseware.'],
  [
    'removal_answered',
    { organization: 'Proseware', answer: 'removed' },
    'Proseware can no longer act for your organization, as you asked support.',
  ],
  [
    'removal_answered',
    { organization: 'Proseware', answer: 'refused' },
    'Support did not remove Proseware. Its answer is with the relationship.',
  ],
  [
    'provider_answered',
    { reseller: 'Adatum', provider: 'Northwind', answer: 'authorized' },
    'Adatum authorized Northwind as its indirect provider.',
  ],
  [
    'provider_answered',
    { reseller: 'Adatum', provider: 'Northwind', answer: 'declined' },
    'Adatum declined the invitation of Northwind.',
  ],
  ['oem_link_asked', { organization: 'Proseware' }, 'Proseware asks for its consent link.'],
  [
    'oem_link_answered',
    { answer: 'issued' },
    'Support issued your consent link. You can send it to your customers now.',
  ],
  [
    'oem_link_answered',
    { answer: 'refused' },
    'Support did not issue a consent link for you. Its reason is where the link would be.',
  ],
  [
    'oem_link_answered',
    { answer: 'replaced' },
    'Support replaced your consent link. The old one no longer works; send the new one from now on.',
  ],
  [
    'oem_link_answered',
    { answer: 'withdrawn' },
    'Support withdrew your consent link. What customers granted by it stays as it is.',
  ],
  ['partner_link_ended', { endedBy: 'Northwind', other: 'Adatum' }, 'Northwind ended its partnership with Adatum.'],
  [
    'release_asked',
    { device: 'S-1', by: 'March 8, 2026' },
    'You are asked to release the device S-1. Answer by March 8, 2026.',
  ],
  [
    'release_due',
    { device: 'S-1', by: 'March 8, 2026' },
    'You have not said yet whether the device S-1 is released. After March 8, 2026 support decides.',
  ],
  ['release_answered', { device: 'S-1', answer: 'released' }, 'The device S-1 is released. You can register it now.'],
  ['release_answered', { device: 'S-1', answer: 'rejected' }, 'Support decided that the device S-1 is not released.'],
  ['release_answered', { device: 'S-1', answer: 'escalated' }, 'Nobody released the device S-1. Support decides now.'],
  [
    'release_answered',
    { device: 'S-1', answer: 'closed' },
    'The device S-1 is no longer registered elsewhere. You can register it now.',
  ],
  [
    'release_settled',
    { device: 'S-1', outcome: 'released' },
    'The device S-1 is released: it is no longer registered.',
  ],
  ['release_settled', { device: 'S-1', outcome: 'rejected' }, 'Support decided that the device S-1 stays registered.'],
  [
    'release_settled',
    { device: 'S-1', outcome: 'escalated' },
    'Support decides now whether the device S-1 is released.',
  ],
  [
    'release_settled',
    { device: 'S-1', outcome: 'withdrawn' },
    'The request to release the device S-1 was withdrawn. It stays registered.',
  ],
  [
    'conflict_escalated',
    { device: 'S-1', asker: 'Fabrikam', holder: 'Contoso', why: 'refused' },
    'Fabrikam asks for the device S-1 of Contoso, which refused. Decide it.',
  ],
  [
    'conflict_escalated',
    { device: 'S-1', asker: 'Fabrikam', holder: 'Contoso', why: 'unanswered' },
    'Fabrikam asks for the device S-1 of Contoso, which did not answer. Decide it.',
  ],
  [
    'organization_suspended',
    { organization: 'Fabrikam', outcome: 'suspended' },
    'Countersign support suspended Fabrikam. Nothing can be changed until it is reinstated.',
  ],
  [
    'organization_suspended',
    { organization: 'Fabrikam', outcome: 'reinstated' },
    'Countersign support reinstated Fabrikam. Everything works again.',
  ],
  [
    'client_suspended',
    { client: 'Stock', outcome: 'suspended' },
    'Countersign support suspended your API client Stock. Its calls are refused until it is reinstated.',
  ],
  [
    'client_suspended',
    { client: 'Stock', outcome: 'reinstated' },
    'Countersign support reinstated your API client Stock. Its calls are answered again.',
  ],
  [
    'viewing_started',
    { person: 'Sam', role: 'global administrator' },
    'Sam of Countersign support sees for up to 30 minutes what your organization sees, as its global administrator. Nothing can be changed; your activity log says why.',
  ],
  [
    'suspension_proposed',
    { person: 'Sam', subject: 'Fabrikam' },
    'Sam proposes to suspend Fabrikam. Confirm it or turn it down.',
  ],
  [
    'suspension_decided',
    { subject: 'the API client Stock of Fabrikam', answer: 'confirmed' },
    'Your proposal was confirmed: the API client Stock of Fabrikam is suspended.',
  ],
  [
    'suspension_decided',
    { subject: 'Fabrikam', answer: 'turned_down' },
    'Your proposal to suspend Fabrikam was turned down. The reason is with the proposal.',
  ],
];

describe('the sentence of a notification', () => {
  it.each(cases)('%s %j', (kind, params, words) => {
    expect(sentence<NotificationKind>(kind, params)).toBe(words);
  });

  it('is told by this table for every kind', () => {
    expect(new Set(cases.map(([kind]) => kind))).toEqual(new Set(kindNames));
  });
});
