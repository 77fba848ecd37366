import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { newClient } from '@/lib/testing/clients';
import { findGates } from '@/lib/testing/gates';
import { newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { type MaybeActor, type Role, type Scope, scopes, systemActor } from './actor';

/**
 * Who may pass each gate, written down a second time on purpose: changing the policy means changing this table too. Each
 * entry is `tenant kind.role`, or `client.scope` for an API client; `visitor` is nobody signed in, `system` a job. People of an
 * OEM (`oem.role`) pass what partners do, but for what is listed below. A gate that is missing here fails.
 */
const partners = ['global_admin', 'user_admin', 'admin_agent', 'sales_agent', 'helpdesk_agent'].map(
  (role) => `partner.${role}`,
);
const customers = ['customer.global_admin', 'customer.user', 'customer.intune_admin'];
const operators = ['operator.support_agent', 'operator.support_admin'];
const oems = partners.map((persona) => persona.replace('partner', 'oem'));
const leads = ['operator.support_admin'];
const people = [...partners, ...customers, ...operators];
const anybody = ['visitor', ...people];
const clients = scopes.map((scope) => `client.${scope}`);
const lookers = ['partner.global_admin', 'partner.admin_agent', 'partner.sales_agent', 'partner.helpdesk_agent'];
const customerReaders = [...lookers, 'client.read', 'client.customers'];
const linkReaders = [...lookers, 'client.read'];
const linkHolders = ['partner.global_admin', 'partner.admin_agent', 'partner.sales_agent'];
const deviceReaders = [...linkHolders, 'client.read', 'client.devices'];
const agents = ['partner.admin_agent', 'partner.sales_agent'];
const registrars = [...agents, 'client.devices'];
const deciders = ['customer.global_admin', 'partner.global_admin'];
const inviters = ['partner.global_admin', 'partner.admin_agent'];
const partnerAdmins = ['partner.global_admin'];
const makers = ['client.oem'];
const jobs = ['system'];
const profileKeepers = ['partner.admin_agent', 'customer.intune_admin', 'client.profiles'];
const profileReaders = [
  'partner.admin_agent',
  'customer.global_admin',
  'customer.intune_admin',
  'client.read',
  'client.profiles',
];
const webhookKeepers = [...partnerAdmins, 'client.webhooks'];
const webhookReaders = [...webhookKeepers, 'client.read'];
const ownAdmins = ['customer.global_admin', 'customer.intune_admin'];
const oemLookers = ['oem.global_admin', 'oem.admin_agent', 'oem.sales_agent', 'oem.helpdesk_agent'];
const oemAskers = ['oem.global_admin', 'oem.admin_agent'];
const oemSenders = ['oem.admin_agent', 'oem.sales_agent'];
const peopleManagers = [
  'partner.global_admin',
  'partner.user_admin',
  'customer.global_admin',
  'operator.support_admin',
];
const directoryKeepers = ['partner.global_admin', 'customer.global_admin', 'operator.support_admin'];
const promoters = ['operator.support_admin'];
const logReaders = [
  'partner.global_admin',
  'partner.admin_agent',
  'customer.global_admin',
  ...operators,
  'client.read',
];

const expected: Record<string, string[]> = {
  'audit/queries.exportActivity': logReaders,
  'audit/queries.listActivity': logReaders,
  'applications/apply.apply': anybody,
  'applications/approve-application.approveApplication': operators,
  'applications/approve-name.approveName': operators,
  'applications/ask-name.askName': partnerAdmins,
  'applications/confirm-application.confirmApplication': anybody,
  'applications/confirmation-queries.findConfirmation': anybody,
  'applications/mail-joining-link.mailJoiningLink': operators,
  'applications/name-queries.getNameChange': operators,
  'applications/name-queries.listNameChanges': operators,
  'applications/queue-queries.getPartnerApplication': operators,
  'applications/queue-queries.listPartnerApplications': operators,
  'applications/receive-application.receiveApplication': jobs,
  'applications/refuse-application.refuseApplication': operators,
  'applications/refuse-name.refuseName': operators,
  'applications/withdraw-name.withdrawName': partnerAdmins,
  'auth/account-queries.readAccount': people,
  'auth/ask-password.askPassword': anybody,
  'auth/change-password.changePassword': people,
  'auth/credential-queries.findCredentialLink': anybody,
  'auth/mail-password-link.mailPasswordLink': jobs,
  'auth/set-password.setPassword': anybody,
  'audit/subject-queries.eventsAbout': operators,
  'audit/subject-queries.eventsOfCall': operators,
  'auth/end-other-sessions.endOtherSessions': people,
  'auth/end-session.endSession': people,
  'auth/session-queries.listSessions': people,
  'factors/add-passkey.addPasskey': people,
  'factors/complete-sign-in.completeSignIn': anybody,
  'factors/enroll-at-sign-in.enrollAtSignIn': anybody,
  'factors/queries.offerApp': people,
  'factors/queries.offerNewPasskey': people,
  'factors/queries.offerPasskeys': anybody,
  'factors/queries.readFactors': people,
  'factors/queries.readSecondStep': anybody,
  'factors/remove-passkey.removePasskey': people,
  'factors/remove-totp.removeTotp': people,
  'factors/renew-recovery-codes.renewRecoveryCodes': people,
  'factors/set-totp.setTotp': people,
  'factors/sign-in-with-passkey.signInWithPasskey': anybody,
  'people/reset-factors.resetFactors': peopleManagers,
  'auth/sign-in.signIn': anybody,
  'auth/sign-out.signOut': people,
  'consent/accept-request.acceptRequest': deciders,
  'consent/accept-standing.acceptStanding': deciders,
  'consent/ask-for-renewal.askForRenewal': anybody,
  'consent/cancel-request.cancelRequest': [...agents, 'client.customers'],
  'consent/decline-request.declineRequest': deciders,
  'consent/decline-standing.declineStanding': deciders,
  'consent/end-consent.endConsent': [...deciders, 'client.customers'],
  'consent/remove-dap.removeDap': deciders,
  'consent/waive-dap.waiveDap': [...partnerAdmins, 'client.customers'],
  'consent/expire-request.expireRequest': jobs,
  'consent/forward-request.forwardRequest': people,
  'consent/invitation-queries.findInvitation': anybody,
  'consent/invitation-queries.getDecision': [...customers, 'partner.global_admin'],
  'consent/invitation-queries.getInvitation': people,
  'consent/make-standing-link.makeStandingLink': agents,
  'consent/open-request.openRequest': people,
  'consent/queries.getSender': agents,
  'consent/queries.listRequests': customerReaders,
  'consent/queries.seekRequests': customerReaders,
  'consent/receipt-queries.getReceipt': [...customers, ...lookers],
  'consent/receipt-queries.getReceiptRecord': [...customers, ...lookers],
  'consent/receipt-queries.listPastRelationships': [...customers, 'partner.global_admin'],
  'consent/receipt-queries.receiptsOfRequest': [...customers, ...lookers],
  'consent/remind-request.remindRequest': jobs,
  'consent/request-queries.getRequest': customerReaders,
  'consent/request-queries.getStart': agents,
  'consent/resend-request.resendRequest': [...agents, 'client.customers'],
  'consent/save-draft.saveDraft': agents,
  'consent/relationship-queries.listRelationships': [...customers, 'partner.global_admin'],
  'consent/rotate-standing-link.rotateStandingLink': inviters,
  'consent/send-request.sendRequest': [...agents, 'client.customers'],
  'consent/standing-queries.findStanding': anybody,
  'consent/standing-queries.getStanding': people,
  'consent/standing-queries.listStandingLinks': [...linkHolders, 'client.read', 'client.customers'],
  'consent/tell-unused.tellUnused': jobs,
  'clients/add-secret.addSecret': partnerAdmins,
  'clients/change-scopes.changeScopes': partnerAdmins,
  'clients/create-client.createClient': partnerAdmins,
  'clients/drop-secret.dropSecret': partnerAdmins,
  'clients/issue-token.issueToken': anybody,
  'clients/queries.listClients': partnerAdmins,
  'clients/queries.scopeChoices': partnerAdmins,
  'clients/revoke-client.revokeClient': partnerAdmins,
  'batches/queries.listBatches': deviceReaders,
  'directory/connect-directory.connectDirectory': directoryKeepers,
  'directory/disconnect-directory.disconnectDirectory': directoryKeepers,
  'directory/note-without-role.noteWithoutRole': anybody,
  'directory/queries.readDirectory': directoryKeepers,
  'directory/sign-in-by-directory.signInByDirectory': anybody,
  'devices/cancel-upload.cancelUpload': registrars,
  'devices/close-upload.closeUpload': registrars,
  'devices/deregister-devices.deregisterDevices': registrars,
  'conflicts/ask-release.askRelease': registrars,
  'conflicts/attach-proof.attachProof': registrars,
  'conflicts/decide-conflict.decideConflict': operators,
  'conflicts/escalate-conflict.escalateConflict': jobs,
  'conflicts/note-conflict.noteConflict': operators,
  'conflicts/proof-queries.readProof': [...linkHolders, ...operators],
  'conflicts/queries.conflictsOfDevice': [...deviceReaders, ...ownAdmins],
  'conflicts/queries.listConflicts': [...deviceReaders, ...ownAdmins],
  'conflicts/queries.seekConflicts': [...deviceReaders, ...ownAdmins],
  'conflicts/queries.readConflict': [...deviceReaders, ...ownAdmins],
  'conflicts/queue-queries.getConflict': operators,
  'conflicts/queue-queries.listQueue': operators,
  'conflicts/refuse-release.refuseRelease': [...linkHolders, ...ownAdmins, 'client.devices'],
  'conflicts/release-device.releaseDevice': [...linkHolders, ...ownAdmins, 'client.devices'],
  'conflicts/remind-holder.remindHolder': jobs,
  'conflicts/row-queries.askTarget': registrars,
  'conflicts/row-queries.conflictsOfRows': [...deviceReaders, ...ownAdmins],
  'conflicts/withdraw-asking.withdrawAsking': registrars,
  'devices/deregister-rows.deregisterRows': jobs,
  'devices/check-queries.checkDevices': registrars,
  'devices/device-queries.readDevice': deviceReaders,
  'devices/device-queries.repairTarget': registrars,
  'devices/drop-upload.dropUpload': jobs,
  'devices/fail-upload.failUpload': jobs,
  'devices/filter-queries.filterChoices': deviceReaders,
  'devices/finish-upload.finishUpload': jobs,
  'devices/open-upload.openUpload': registrars,
  'devices/job-queries.readJob': deviceReaders,
  'devices/identify-queries.identifyDevices': deviceReaders,
  'devices/known-queries.knownDevices': profileKeepers,
  'batches/find-queries.findBatch': deviceReaders,
  'devices/match-queries.matchDevices': deviceReaders,
  'devices/move-devices.moveDevices': registrars,
  'devices/own-queries.listOwnDevices': ownAdmins,
  'devices/own-queries.readOwnDevice': ownAdmins,
  'devices/queries.exportDevices': deviceReaders,
  'devices/queries.findDevices': deviceReaders,
  'devices/queries.listDevices': deviceReaders,
  'devices/seek-queries.seekDevices': deviceReaders,
  'devices/register-rows.registerRows': jobs,
  'devices/rejected-queries.readRejectedCsv': deviceReaders,
  'devices/repair-device.repairDevice': registrars,
  'devices/repaired-queries.findRepaired': deviceReaders,
  'devices/settle-check.settleCheck': jobs,
  'devices/start-upload.startUpload': jobs,
  'devices/tag-devices.tagDevices': registrars,
  'devices/undo-upload.undoUpload': registrars,
  'devices/upload-queries.listUploads': deviceReaders,
  'devices/upload-queries.readUpload': deviceReaders,
  'devices/upload-queries.readUploadPage': deviceReaders,
  'devices/upload-queries.readUploadRows': deviceReaders,
  'devices/upload-queries.uploadTarget': registrars,
  'devices/withdraw-rows.withdrawRows': jobs,
  'jobs/health-queries.readHealth': anybody,
  'live/queries.missedTopics': people,
  'mail/deliver.deliverMail': jobs,
  'mail/queries.readMailbox': anybody,
  'notifications/mark-read.markRead': people,
  'notifications/queries.countUnread': people,
  'notifications/queries.latestNotifications': people,
  'notifications/queries.listNotifications': people,
  'notifications/queries.readPreferences': people,
  'notifications/save-preferences.savePreferences': people,
  'preferences/choose-preferences.choosePreferences': people,
  'preferences/rename-self.renameSelf': people,
  'oem/ask-link.askLink': oemAskers,
  'oem/issue-link.issueLink': operators,
  'oem/mail-link.mailLink': oemSenders,
  'oem/mailed-queries.listMailed': oemLookers,
  'oem/queries.getConsentLink': oemLookers,
  'oem/queries.getLinkSender': oemSenders,
  'oem/queue-queries.getApplication': operators,
  'oem/queue-queries.listApplications': operators,
  'oem/refuse-application.refuseApplication': operators,
  'oem/release-application.releaseApplication': operators,
  'oem/replace-link.replaceLink': operators,
  'oem/take-application.takeApplication': operators,
  'oem/withdraw-application.withdrawApplication': oemAskers,
  'oem/withdraw-link.withdrawLink': operators,
  'oem/consented-queries.findConsented': makers,
  'oem/deregister-own.deregisterOwn': makers,
  'oem/own-queries.findOwn': makers,
  'oem/result-queries.readSubmission': makers,
  'oem/submit-devices.submitDevices': makers,
  'oem/validate-queries.validateRegistration': makers,
  'partners/accept-provider.acceptProvider': partnerAdmins,
  'partners/cancel-invitation.cancelInvitation': inviters,
  'partners/customer-queries.exportCustomers': customerReaders,
  'partners/customer-queries.getCustomer': customerReaders,
  'partners/customer-queries.listCustomers': customerReaders,
  'partners/dashboard-queries.customerFigures': customerReaders,
  'partners/dashboard-queries.deviceFigures': deviceReaders,
  'partners/dashboard-queries.requestFigures': customerReaders,
  'partners/decline-provider.declineProvider': partnerAdmins,
  'partners/reach-queries.reaches': [...lookers, ...clients],
  'partners/reached-queries.listReached': customerReaders,
  'partners/reached-queries.resellersOf': customerReaders,
  'partners/end-partner-link.endPartnerLink': partnerAdmins,
  'partners/expire-invitation.expireInvitation': jobs,
  'partners/invitation-queries.findProviderInvitation': anybody,
  'partners/invitation-queries.listInvitations': linkReaders,
  'partners/invitation-queries.mayInviteResellers': inviters,
  'partners/invitation-queries.readProviderInvitation': people,
  'partners/invite-reseller.inviteReseller': inviters,
  'partners/link-queries.listProviders': linkReaders,
  'partners/link-queries.listResellers': linkReaders,
  'partners/link-queries.resellerChoices': linkReaders,
  'partners/linked-queries.listLinked': linkReaders,
  'people/cancel-member-invitation.cancelMemberInvitation': peopleManagers,
  'people/change-roles.changeRoles': peopleManagers,
  'people/confirm-promotion.confirmPromotion': promoters,
  'people/disable-member.disableMember': peopleManagers,
  'people/enable-member.enableMember': peopleManagers,
  'people/invitation-queries.listMemberInvitations': peopleManagers,
  'people/invite-member.inviteMember': peopleManagers,
  'people/join-organization.joinOrganization': anybody,
  'people/joining-queries.findJoiningLink': anybody,
  'people/propose-promotion.proposePromotion': promoters,
  'people/queries.invitingTerms': peopleManagers,
  'people/queries.listPeople': peopleManagers,
  'people/queries.readPerson': peopleManagers,
  'people/refuse-promotion.refusePromotion': promoters,
  'people/remove-member.removeMember': peopleManagers,
  'profiles/assign-batch.assignBatch': profileKeepers,
  'profiles/assign-batch-devices.assignBatchDevices': jobs,
  'profiles/assign-profile.assignProfile': profileKeepers,
  'profiles/create-profile.createProfile': profileKeepers,
  'profiles/delete-profile.deleteProfile': profileKeepers,
  'profiles/edit-profile.editProfile': profileKeepers,
  'profiles/queries.getProfile': profileReaders,
  'profiles/queries.listProfiles': profileReaders,
  'profiles/queries.profileChoices': profileKeepers,
  'profiles/set-default.setDefault': profileKeepers,
  'support/announce-revocation.announceRevocation': operators,
  'suspensions/confirm-suspension.confirmSuspension': leads,
  'suspensions/own-queries.ownSuspension': partners,
  'suspensions/propose-suspension.proposeSuspension': operators,
  'suspensions/queries.getSuspension': operators,
  'suspensions/queries.listSuspensions': operators,
  'suspensions/queries.openSuspensionsOf': operators,
  'suspensions/reinstate.reinstate': leads,
  'suspensions/turn-down-suspension.turnDownSuspension': leads,
  'setup/issue-setup-link.issueSetupLink': jobs,
  'setup/queries.findSetup': anybody,
  'setup/set-up-operator.setUpOperator': anybody,
  'signups/ask-sign-up.askSignUp': anybody,
  'signups/mail-sign-up.mailSignUp': jobs,
  'signups/queries.findSignUp': anybody,
  'signups/set-up-organization.setUpOrganization': anybody,
  'signups/turn-over-sign-up.turnOverSignUp': anybody,
  'support/ask-removal.askRemoval': deciders,
  'support/cancel-sent-request.cancelSentRequest': operators,
  'support/customer-queries.readCustomerCases': operators,
  'support/customer-queries.readRelationships': operators,
  'support/device-queries.getSupportedDevice': operators,
  'support/held-queries.listHeldConsents': operators,
  'support/program-queries.listPrograms': operators,
  'support/consent-queries.getConsent': operators,
  'support/consent-queries.readEvidence': operators,
  'support/end-announced.endAnnounced': jobs,
  'support/note-removal.noteRemoval': operators,
  'support/figures-queries.deskFigures': operators,
  'support/queries.supportOverview': operators,
  'support/refuse-removal.refuseRemoval': operators,
  'support/release-removal.releaseRemoval': operators,
  'support/removal-queries.getRemoval': operators,
  'support/removal-queries.listRemovals': operators,
  'support/revoke-consent.revokeConsent': operators,
  'support/request-queries.getSupportedRequest': operators,
  'support/resend-sent-request.resendSentRequest': operators,
  'support/search-queries.searchAnything': operators,
  'support/sent-queries.listSentRequests': operators,
  'support/register-surface.registerSurface': operators,
  'support/surface-queries.getSurface': operators,
  'support/surface-queries.listSurface': operators,
  'support/surface-queries.readSurfaceProof': operators,
  'support/take-back-surface.takeBackSurface': operators,
  'support/take-back-revocation.takeBackRevocation': operators,
  'support/take-removal.takeRemoval': operators,
  'support/tenant-queries.getTenant': operators,
  'support/tie-queries.listTies': operators,
  'support/upload-queries.getSupportedUpload': operators,
  'support/upload-queries.latestUploads': operators,
  'support/withdraw-removal.withdrawRemoval': deciders,
  'tenants/change-organization.changeOrganization': ['customer.global_admin', 'operator.support_admin'],
  'tenants/queries.readOrganization': people,
  'viewing/end-viewing.endViewing': operators,
  'viewing/expire-viewing.expireViewing': jobs,
  'viewing/start-viewing.startViewing': operators,
  'webhooks/change-endpoint.changeEndpoint': webhookKeepers,
  'webhooks/create-endpoint.createEndpoint': webhookKeepers,
  'webhooks/deliver-webhook.deliverWebhook': jobs,
  'webhooks/delivery-queries.listDeliveries': webhookReaders,
  'webhooks/delivery-queries.readDelivery': webhookReaders,
  'webhooks/disable-endpoint.disableEndpoint': webhookKeepers,
  'webhooks/enable-endpoint.enableEndpoint': webhookKeepers,
  'webhooks/queries.listEndpoints': webhookReaders,
  'webhooks/queries.readEndpoint': webhookReaders,
  'webhooks/redeliver.redeliver': webhookKeepers,
  'webhooks/remove-endpoint.removeEndpoint': webhookKeepers,
  'webhooks/rotate-secret.rotateSecret': webhookKeepers,
  'webhooks/test-endpoint.testEndpoint': webhookKeepers,
};

/** An OEM asks by its consent link alone, registers by API, has no profiles and no delegated administration (DESIGN §1–3). */
const notForOems = new Set([
  'consent/cancel-request.cancelRequest',
  'consent/make-standing-link.makeStandingLink',
  'consent/queries.getSender',
  'consent/request-queries.getStart',
  'consent/resend-request.resendRequest',
  'consent/rotate-standing-link.rotateStandingLink',
  'consent/save-draft.saveDraft',
  'consent/send-request.sendRequest',
  'consent/waive-dap.waiveDap',
  'devices/cancel-upload.cancelUpload',
  'devices/check-queries.checkDevices',
  'devices/close-upload.closeUpload',
  'devices/deregister-devices.deregisterDevices',
  'devices/device-queries.repairTarget',
  'devices/known-queries.knownDevices',
  'devices/move-devices.moveDevices',
  'devices/open-upload.openUpload',
  'devices/repair-device.repairDevice',
  'devices/tag-devices.tagDevices',
  'devices/undo-upload.undoUpload',
  'devices/upload-queries.uploadTarget',
  'profiles/assign-batch.assignBatch',
  'profiles/assign-profile.assignProfile',
  'profiles/create-profile.createProfile',
  'profiles/delete-profile.deleteProfile',
  'profiles/edit-profile.editProfile',
  'profiles/queries.getProfile',
  'profiles/queries.listProfiles',
  'profiles/queries.profileChoices',
  'profiles/set-default.setDefault',
]);

const passes = (persona: string, gate: string): boolean => {
  const named = expected[gate]?.includes(persona) === true;
  const asPartner = persona.startsWith('oem.') && expected[gate]?.includes(persona.replace('oem', 'partner'));
  return named || (asPartner === true && !notForOems.has(gate));
};

const personas = [...people, ...oems, ...clients, 'visitor', 'system'];

async function asPersona(persona: string): Promise<MaybeActor> {
  if (persona === 'visitor') return null;
  if (persona === 'system') return systemActor('matrix test');
  if (persona.startsWith('client.')) {
    const scope = persona.slice('client.'.length) as Scope;
    const tenant = await newTenant('partner', { partnerType: scope === 'oem' ? 'oem' : 'direct' });
    return newClient({ tenant, scopes: [scope] });
  }
  const [place, role] = persona.split('.') as ['partner' | 'oem' | 'customer' | 'operator', Role];
  if (place === 'oem') return (await newPartner('oem', role)).actor;
  if (place === 'partner') return (await newPartner('direct', role)).actor;
  return newPerson(await newTenant(place), role);
}

const gates = await findGates();

describe('every command and query, as every role', () => {
  it('is in the table, and the table names nothing else', () => {
    expect(Object.keys(expected).sort()).toEqual([...gates.keys()].sort());
  });

  it.each(personas)('%s passes exactly the gates the table names', async (persona) => {
    const actor = await asPersona(persona);
    const passed: string[] = [];
    for (const [name, gate] of gates) {
      // An input that no gate accepts: who gets as far as being told so was let in.
      const error = await gate(actor, Symbol('no input')).catch((thrown: unknown) => thrown);
      const refused = error instanceof AppError && (error.code === 'denied' || error.code === 'signed_out');
      if (!refused) passed.push(name);
    }
    const allowed = Object.keys(expected).filter((name) => passes(persona, name));
    expect(passed.sort()).toEqual(allowed.sort());
  });

  it.each([
    ['oem', ['client.oem', 'client.read', 'client.webhooks']],
    ['direct', clients.filter((client) => client !== 'client.oem')],
  ] as const)('a client of a partner of type %s has no scope but its own, whatever its row says', async (type, own) => {
    const actor = await newClient({ tenant: await newTenant('partner', { partnerType: type }) });
    for (const [name, gate] of gates) {
      const error = await gate(actor, Symbol('no input')).catch((thrown: unknown) => thrown);
      const passed = !(error instanceof AppError && error.code === 'denied');
      const named = own.some((persona) => expected[name]?.includes(persona));
      expect([name, passed]).toEqual([name, named && !(type === 'oem' && notForOems.has(name))]);
    }
  });
});
