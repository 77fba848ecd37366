import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { deviceId } from '@/db/bulk/device-id';
import { listBatches } from '@/lib/batches/queries';
import { createClient } from '@/lib/clients/create-client';
import { listClients } from '@/lib/clients/queries';
import { askRelease } from '@/lib/conflicts/ask-release';
import { receiptsOfRequest } from '@/lib/consent/receipt-queries';
import { AppError } from '@/lib/errors';
import { readFactors } from '@/lib/factors/queries';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { latestNotifications } from '@/lib/notifications/queries';
import { askRemoval } from '@/lib/support/ask-removal';
import { newNameChange } from '@/lib/testing/applications';
import { newClient } from '@/lib/testing/clients';
import { asking, pdfOf } from '@/lib/testing/conflicts';
import { everything } from '@/lib/testing/everything';
import { withPasskey } from '@/lib/testing/factors';
import { findGates } from '@/lib/testing/gates';
import { newInvitation } from '@/lib/testing/invitations';
import { newApplication } from '@/lib/testing/oem-links';
import { newJoining } from '@/lib/testing/people';
import { newProfile } from '@/lib/testing/profiles';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { newStandingLink } from '@/lib/testing/standing-links';
import { newConsent, newPartner, newPartnerLink, newPerson, newTenant, testPassword } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, send, upload } from '@/lib/testing/uploads';
import { createEndpoint } from '@/lib/webhooks/create-endpoint';
import { testEndpoint } from '@/lib/webhooks/test-endpoint';
import type { TenantActor, UserActor } from './actor';
import { policy } from './policy';

/** The rows of one partner and its customer: everything a stranger must not find. */
interface World {
  partner: string;
  customer: string;
  consent: string;
  request: string;
  /** One that was accepted, and the receipt of that. */
  answered: string;
  receipt: string;
  /** What the customer asked support to remove: its consent with a manufacturer. */
  removal: string;
  upload: string;
  batch: string;
  /** One that the partner made, and one that the customer made itself. */
  profile: string;
  ownProfile: string;
  link: string;
  invitation: string;
  notification: string;
  reseller: string;
  otherProvider: string;
  standingLink: string;
  apiClient: string;
  apiSecret: string;
  webhook: string;
  delivery: string;
  /** By an OEM, for its consent link. */
  application: string;
  /** Of the partner's upload that was refused, and one that is asked of the customer. */
  conflict: string;
  received: string;
  /** Where somebody of the partner is signed in, and what they sign in with. */
  session: string;
  passkey: string;
  /** The name that the partner wants. */
  nameChange: string;
  /** Somebody of the partner, and one of its invitations that nobody has used. */
  person: string;
  joining: string;
}

const nowhere = (): World => ({
  partner: uuidv7(),
  customer: uuidv7(),
  consent: uuidv7(),
  request: uuidv7(),
  answered: uuidv7(),
  receipt: uuidv7(),
  removal: uuidv7(),
  upload: uuidv7(),
  batch: uuidv7(),
  profile: uuidv7(),
  ownProfile: uuidv7(),
  link: uuidv7(),
  invitation: uuidv7(),
  notification: uuidv7(),
  reseller: uuidv7(),
  otherProvider: uuidv7(),
  standingLink: uuidv7(),
  apiClient: uuidv7(),
  apiSecret: uuidv7(),
  webhook: uuidv7(),
  delivery: uuidv7(),
  application: uuidv7(),
  conflict: uuidv7(),
  received: uuidv7(),
  session: uuidv7(),
  passkey: uuidv7(),
  nameChange: uuidv7(),
  person: uuidv7(),
  joining: uuidv7(),
});

/** `maker` is the API client of a manufacturer. */
type Side = 'partner' | 'customer' | 'keeper' | 'provider' | 'reseller' | 'oem' | 'maker' | 'support';
type Probe = [as: Side, input: (world: World) => unknown];

const token = Buffer.alloc(32, 7).toString('base64url');
/** Of a link with somebody else's code: knowing a partner's id is not knowing its link. */
const address = (partnerId: string) => ({ invType: 'ResellerRelationship', partnerId, msppId: token, DAP: 'false' });
const decision = ({ request }: World) => ({ token, requestId: request, shown: 'a'.repeat(64), yes: true, dap: false });

/** Whose answer a link is asked for. */
const wanting = 'ada@nobody.example';

const devices = [{ serialNumber: 'S-1', manufacturer: 'Contoso', model: 'Atlas' }];

/** From a partner and from a customer, as those who keep profiles there. */
const both = (input: Probe[1]): Probe[] => [
  ['partner', input],
  ['keeper', input],
];
const profileProbes = (more: object): Probe[] => [
  ...both(({ customer, profile }) => ({ customerId: customer, profileId: profile, ...more })),
  ...both(({ customer, ownProfile }) => ({ customerId: customer, profileId: ownProfile, ...more })),
];

const memberProbes: Probe[] = (['partner', 'customer', 'support'] as const).map((side) => [
  side,
  ({ person }) => ({ userId: person }),
]);

/** For every gate that people pass: how a stranger would aim it at somebody else's rows. A gate that is missing fails. */
const probes: Record<string, Probe[]> = {
  'applications/confirm-application.confirmApplication': [['partner', () => ({ token })]],
  'applications/confirmation-queries.findConfirmation': [['partner', () => ({ token })]],
  'applications/withdraw-name.withdrawName': [['partner', ({ nameChange }) => ({ changeId: nameChange })]],
  'audit/queries.exportActivity': [
    ['partner', () => ({})],
    ['customer', () => ({})],
  ],
  'audit/queries.listActivity': [
    ['partner', () => ({})],
    ['customer', () => ({})],
  ],
  'auth/credential-queries.findCredentialLink': [['partner', () => ({ token })]],
  'auth/end-session.endSession': [['partner', ({ session }) => ({ sessionId: session })]],
  'factors/remove-passkey.removePasskey': [
    ['partner', ({ passkey }) => ({ current: testPassword, passkeyId: passkey })],
  ],
  'auth/set-password.setPassword': [['partner', () => ({ token, password: 'tea kettle on the roof' })]],
  'consent/accept-request.acceptRequest': [['customer', decision]],
  'consent/accept-standing.acceptStanding': [
    ['customer', ({ partner }) => ({ address: address(partner), shown: 'a'.repeat(64), yes: true, dap: false })],
  ],
  'consent/ask-for-renewal.askForRenewal': [['customer', ({ request }) => ({ token, requestId: request })]],
  'consent/cancel-request.cancelRequest': [['partner', ({ request }) => ({ requestId: request })]],
  'consent/decline-request.declineRequest': [['customer', decision]],
  'consent/decline-standing.declineStanding': [
    ['customer', ({ partner }) => ({ address: address(partner), answerId: uuidv7() })],
  ],
  'consent/forward-request.forwardRequest': [
    ['customer', ({ request }) => ({ link: { token, requestId: request } })],
    ['customer', ({ partner }) => ({ link: { address: address(partner) } })],
  ],
  'clients/add-secret.addSecret': [['partner', ({ apiClient }) => ({ clientId: apiClient })]],
  'clients/change-scopes.changeScopes': [['partner', ({ apiClient }) => ({ clientId: apiClient, scopes: ['read'] })]],
  'clients/drop-secret.dropSecret': [
    ['partner', ({ apiClient, apiSecret }) => ({ clientId: apiClient, secretId: apiSecret })],
  ],
  'clients/issue-token.issueToken': [
    ['partner', ({ partner, apiClient }) => ({ tenant: partner, clientId: apiClient, secret: 'not it', scopes: null })],
  ],
  'clients/queries.listClients': [['partner', () => ({})]],
  'clients/queries.scopeChoices': [['partner', () => ({})]],
  'clients/revoke-client.revokeClient': [['partner', ({ apiClient }) => ({ clientId: apiClient })]],
  'consent/end-consent.endConsent': [
    ['customer', ({ consent }) => ({ consentId: consent })],
    ['partner', ({ consent }) => ({ consentId: consent })],
  ],
  'consent/remove-dap.removeDap': [['customer', ({ consent }) => ({ consentId: consent })]],
  'consent/waive-dap.waiveDap': [['partner', ({ consent }) => ({ consentId: consent })]],
  'consent/invitation-queries.findInvitation': [['customer', () => ({ token })]],
  'consent/invitation-queries.getDecision': [['customer', ({ request }) => ({ requestId: request })]],
  'consent/invitation-queries.getInvitation': [['customer', ({ request }) => ({ token, requestId: request })]],
  'consent/open-request.openRequest': [['customer', ({ request }) => ({ token, requestId: request })]],
  'consent/rotate-standing-link.rotateStandingLink': [
    ['partner', ({ standingLink }) => ({ linkId: standingLink })],
    ['reseller', ({ standingLink }) => ({ linkId: standingLink })],
  ],
  'consent/standing-queries.findStanding': [['customer', ({ partner }) => ({ address: address(partner) })]],
  'consent/standing-queries.getStanding': [['customer', ({ partner }) => ({ address: address(partner) })]],
  'consent/standing-queries.listStandingLinks': [['reseller', () => ({})]],
  'consent/make-standing-link.makeStandingLink': [['reseller', ({ otherProvider }) => ({ providerId: otherProvider })]],
  'consent/queries.getSender': [['partner', () => ({})]],
  'consent/queries.listRequests': [['partner', () => ({})]],
  'consent/queries.seekRequests': [['partner', () => ({ size: 100 })]],
  'consent/receipt-queries.getReceipt': [
    ['customer', ({ receipt }) => ({ id: receipt, side: 'customer' })],
    ['partner', ({ receipt }) => ({ id: receipt, side: 'partner' })],
  ],
  'consent/receipt-queries.getReceiptRecord': [
    ['customer', ({ receipt }) => ({ id: receipt, side: 'customer' })],
    ['partner', ({ receipt }) => ({ id: receipt, side: 'partner' })],
  ],
  'consent/receipt-queries.listPastRelationships': [['customer', () => ({})]],
  'consent/receipt-queries.receiptsOfRequest': [
    ['customer', ({ answered }) => ({ requestId: answered })],
    ['partner', ({ answered }) => ({ requestId: answered })],
  ],
  'consent/request-queries.getRequest': [['partner', ({ request }) => ({ id: request })]],
  'consent/request-queries.getStart': [
    ['partner', ({ request }) => ({ draft: request })],
    ['partner', ({ request }) => ({ from: request })],
  ],
  'consent/resend-request.resendRequest': [
    ['partner', ({ request }) => ({ requestId: request, newId: uuidv7(), delivery: 'mail' })],
  ],
  'consent/relationship-queries.listRelationships': [['customer', () => ({})]],
  'conflicts/ask-release.askRelease': [['partner', ({ upload }) => asking(upload)]],
  'conflicts/attach-proof.attachProof': [
    ['partner', ({ conflict }) => ({ conflictId: conflict, proof: pdfOf('Stranger') })],
    ['partner', ({ received }) => ({ conflictId: received, proof: pdfOf('Stranger') })],
  ],
  'conflicts/proof-queries.readProof': [
    ['partner', ({ conflict }) => ({ id: conflict })],
    ['partner', ({ received }) => ({ id: received })],
  ],
  'conflicts/queries.conflictsOfDevice': [['partner', ({ upload }) => ({ deviceId: upload })]],
  'conflicts/queries.listConflicts': [
    ['partner', () => ({ place: 'partner', show: 'asked' })],
    ['partner', () => ({ place: 'partner', show: 'received' })],
    ['customer', () => ({ place: 'customer' })],
  ],
  'conflicts/queries.seekConflicts': [
    ['partner', () => ({ size: 100, show: 'asked' })],
    ['partner', () => ({ size: 100, show: 'received' })],
  ],
  'conflicts/queries.readConflict': [
    ['partner', ({ conflict }) => ({ id: conflict, place: 'partner' })],
    ['partner', ({ received }) => ({ id: received, place: 'partner' })],
    ['customer', ({ received }) => ({ id: received, place: 'customer' })],
  ],
  'conflicts/refuse-release.refuseRelease': [
    ['partner', ({ received }) => ({ conflictId: received, reason: 'Stranger' })],
    ['customer', ({ received }) => ({ conflictId: received, reason: 'Stranger' })],
  ],
  'conflicts/release-device.releaseDevice': [
    ['partner', ({ received }) => ({ conflictId: received })],
    ['customer', ({ received }) => ({ conflictId: received })],
    ['partner', ({ conflict }) => ({ conflictId: conflict })],
  ],
  'conflicts/row-queries.askTarget': [['partner', ({ upload }) => ({ uploadId: upload, row: 1 })]],
  'conflicts/row-queries.conflictsOfRows': [
    ['partner', ({ upload }) => ({ uploadId: upload, rows: [{ row: 1, serialNumber: '', productKey: '' }] })],
  ],
  'conflicts/withdraw-asking.withdrawAsking': [
    ['partner', ({ conflict }) => ({ conflictId: conflict })],
    ['partner', ({ received }) => ({ conflictId: received })],
  ],
  'devices/deregister-devices.deregisterDevices': [
    ['partner', ({ customer, upload }) => ({ customerId: customer, deviceIds: [upload] })],
  ],
  'devices/device-queries.readDevice': [['partner', ({ upload }) => ({ deviceId: upload })]],
  'devices/device-queries.repairTarget': [['partner', ({ upload }) => ({ deviceId: upload })]],
  'devices/move-devices.moveDevices': [
    ['partner', ({ customer, upload }) => ({ customerId: customer, deviceIds: [upload], batch: 'Stranger' })],
  ],
  'devices/repaired-queries.findRepaired': [
    ['partner', () => ({ search: 'S-0' })],
    ['partner', ({ customer }) => ({ search: 'S-0', customerId: customer })],
  ],
  'devices/repair-device.repairDevice': [
    [
      'partner',
      ({ customer, upload }) => ({
        customerId: customer,
        deviceId: upload,
        serial: 'S-1',
        manufacturer: 'Contoso',
        model: 'Atlas',
        productKey: '',
        hash: '',
        reason: 'Stranger',
      }),
    ],
  ],
  'devices/tag-devices.tagDevices': [
    ['partner', ({ customer, upload }) => ({ customerId: customer, deviceIds: [upload], groupTag: 'Stranger' })],
  ],
  'batches/queries.listBatches': [['partner', ({ customer }) => ({ customerId: customer })]],
  'devices/own-queries.listOwnDevices': [['keeper', () => ({})]],
  'devices/identify-queries.identifyDevices': [
    ['partner', ({ customer }) => ({ customerId: customer, serial: 'S-1' })],
  ],
  'devices/known-queries.knownDevices': [
    ['partner', ({ customer, upload }) => ({ customerId: customer, deviceIds: [upload] })],
  ],
  'devices/job-queries.readJob': [['partner', ({ customer, upload }) => ({ customerId: customer, uploadId: upload })]],
  'batches/find-queries.findBatch': [['partner', ({ customer }) => ({ customerId: customer, name: 'Batch' })]],
  'devices/filter-queries.filterChoices': [['partner', ({ customer }) => ({ customerId: customer })]],
  'devices/own-queries.readOwnDevice': [['keeper', ({ upload }) => ({ deviceId: deviceId(upload, 1) })]],
  'devices/match-queries.matchDevices': [
    ['partner', ({ customer }) => ({ customerId: customer, identifiers: ['S-1'] })],
  ],
  'devices/queries.exportDevices': [['partner', ({ customer }) => ({ customerId: customer })]],
  'devices/queries.findDevices': [['partner', () => ({ search: 'S-0' })]],
  'devices/queries.listDevices': [['partner', ({ customer }) => ({ customerId: customer })]],
  'devices/seek-queries.seekDevices': [
    ['partner', ({ customer, batch }) => ({ customerId: customer, batchId: batch, size: 100 })],
  ],
  'devices/rejected-queries.readRejectedCsv': [['partner', ({ upload }) => ({ id: upload })]],
  'devices/open-upload.openUpload': [
    ['partner', ({ customer }) => ({ customerId: customer, batch: 'Stranger', mode: 'keep_good' })],
  ],
  'devices/cancel-upload.cancelUpload': [['partner', ({ upload }) => ({ uploadId: upload })]],
  'devices/undo-upload.undoUpload': [['partner', ({ upload }) => ({ uploadId: upload })]],
  'devices/close-upload.closeUpload': [
    [
      'partner',
      ({ upload }) => ({
        uploadId: upload,
        idempotencyKey: null,
        bytes: 1,
        sha256: 'a'.repeat(64),
        encoding: 'utf-8',
        columns: ['Windows Product ID'],
        ignoredColumns: [],
        format: null,
        mapping: null,
        remember: false,
        total: 1,
      }),
    ],
  ],
  'devices/check-queries.checkDevices': [
    [
      'partner',
      ({ customer }) => ({
        customerId: customer,
        devices: [{ serial: 'S1', manufacturer: '', model: '', productKey: null, hashDigest: null }],
      }),
    ],
  ],
  'devices/upload-queries.listUploads': [['partner', ({ customer }) => ({ customerId: customer })]],
  'devices/upload-queries.readUpload': [['partner', ({ upload }) => ({ id: upload })]],
  'devices/upload-queries.readUploadPage': [['partner', ({ upload }) => ({ id: upload })]],
  'devices/upload-queries.readUploadRows': [['partner', ({ upload }) => ({ id: upload })]],
  'devices/upload-queries.uploadTarget': [['partner', ({ customer }) => ({ customerId: customer })]],
  'profiles/assign-batch.assignBatch': [
    ['partner', ({ customer, batch }) => ({ customerId: customer, batchId: batch, profileId: null })],
    ['keeper', ({ customer, batch }) => ({ customerId: customer, batchId: batch, profileId: null })],
  ],
  'profiles/assign-profile.assignProfile': both(({ customer, upload, profile }) => ({
    customerId: customer,
    deviceIds: [upload],
    profileId: profile,
  })),
  'profiles/create-profile.createProfile': both(({ customer }) => ({ customerId: customer, name: 'Stranger' })),
  'profiles/delete-profile.deleteProfile': profileProbes({}),
  'profiles/edit-profile.editProfile': profileProbes({ revision: 1, name: 'Stranger' }),
  'profiles/queries.getProfile': profileProbes({}),
  'profiles/queries.listProfiles': both(({ customer }) => ({ customerId: customer })),
  'profiles/queries.profileChoices': both(({ customer }) => ({ customerId: customer })),
  'profiles/set-default.setDefault': profileProbes({}),
  'signups/ask-sign-up.askSignUp': [
    ['customer', ({ request }) => ({ email: wanting, link: { token, requestId: request }, from: { address: null } })],
    ['customer', ({ partner }) => ({ email: wanting, link: { address: address(partner) }, from: { address: null } })],
  ],
  'signups/queries.findSignUp': [['customer', () => ({ token })]],
  'signups/set-up-organization.setUpOrganization': [
    ['customer', () => ({ token, organization: 'A', country: 'DE', name: 'Ada', password: 'nothing that leaked yet' })],
  ],
  'signups/turn-over-sign-up.turnOverSignUp': [['customer', () => ({ token })]],
  'suspensions/own-queries.ownSuspension': [['partner', () => ({})]],
  'support/ask-removal.askRemoval': [
    ['customer', ({ consent }) => ({ consentId: consent, reason: 'No longer needed' })],
  ],
  'support/withdraw-removal.withdrawRemoval': [['customer', ({ removal }) => ({ removalId: removal })]],
  'oem/consented-queries.findConsented': [
    ['maker', ({ customer }) => ({ tenantId: customer, tenantDomain: null })],
    ['maker', ({ partner }) => ({ tenantId: partner, tenantDomain: null })],
  ],
  'oem/deregister-own.deregisterOwn': [
    ['maker', ({ customer, upload }) => ({ customerId: customer, deviceIds: [deviceId(upload, 1)] })],
  ],
  'oem/own-queries.findOwn': [['maker', () => ({ devices })]],
  'oem/result-queries.readSubmission': [['maker', ({ upload }) => ({ uploadId: upload })]],
  'oem/submit-devices.submitDevices': [['maker', ({ customer }) => ({ customerId: customer, devices, key: null })]],
  'oem/validate-queries.validateRegistration': [['maker', ({ customer }) => ({ customerId: customer, devices })]],
  'people/cancel-member-invitation.cancelMemberInvitation': [
    ['partner', ({ joining }) => ({ invitationId: joining })],
    ['customer', ({ joining }) => ({ invitationId: joining })],
  ],
  'people/change-roles.changeRoles': [
    ['partner', ({ person }) => ({ userId: person, roles: ['helpdesk_agent'] })],
    ['customer', ({ person }) => ({ userId: person, roles: ['user'] })],
    ['support', ({ person }) => ({ userId: person, roles: ['support_agent'] })],
  ],
  'people/confirm-promotion.confirmPromotion': [['support', ({ person }) => ({ userId: person })]],
  'people/disable-member.disableMember': memberProbes,
  'people/enable-member.enableMember': memberProbes,
  'people/invitation-queries.listMemberInvitations': [['partner', () => ({})]],
  'people/join-organization.joinOrganization': [
    ['partner', () => ({ token, name: 'Ada Byron', password: 'nothing that leaked yet' })],
  ],
  'people/joining-queries.findJoiningLink': [['partner', () => ({ token })]],
  'people/propose-promotion.proposePromotion': [
    ['support', ({ person }) => ({ userId: person, roles: ['support_admin'] })],
  ],
  'people/queries.listPeople': [['partner', () => ({})]],
  'people/queries.readPerson': memberProbes,
  'people/refuse-promotion.refusePromotion': [['support', ({ person }) => ({ userId: person })]],
  'people/remove-member.removeMember': memberProbes,
  'people/reset-factors.resetFactors': memberProbes,
  'partners/accept-provider.acceptProvider': [['reseller', () => ({ token, shown: 'a'.repeat(64), yes: true })]],
  'partners/cancel-invitation.cancelInvitation': [['provider', ({ invitation }) => ({ invitationId: invitation })]],
  'notifications/mark-read.markRead': [
    ['partner', ({ notification }) => ({ id: notification })],
    ['partner', ({ notification }) => ({ id: notification, andOlder: true })],
  ],
  'partners/customer-queries.exportCustomers': [
    ['partner', () => ({})],
    ['partner', ({ consent }) => ({ after: consent })],
  ],
  'partners/customer-queries.getCustomer': [['partner', ({ customer }) => ({ id: customer })]],
  'partners/customer-queries.listCustomers': [
    ['partner', () => ({})],
    ['provider', ({ reseller }) => ({ reseller })],
  ],
  'partners/dashboard-queries.customerFigures': [['partner', () => ({})]],
  'partners/dashboard-queries.deviceFigures': [['partner', () => ({})]],
  'partners/dashboard-queries.requestFigures': [['partner', () => ({})]],
  'oem/mailed-queries.listMailed': [['oem', () => ({})]],
  'oem/queries.getConsentLink': [['oem', () => ({})]],
  'oem/queries.getLinkSender': [['oem', () => ({})]],
  'oem/withdraw-application.withdrawApplication': [['oem', ({ application }) => ({ applicationId: application })]],
  'partners/reach-queries.reaches': [['partner', ({ customer }) => ({ customerId: customer })]],
  'partners/reached-queries.listReached': [
    ['partner', () => ({ size: 100 })],
    ['provider', ({ reseller }) => ({ size: 100, reseller })],
  ],
  'partners/reached-queries.resellersOf': [['partner', ({ customer }) => ({ customerId: customer })]],
  'partners/decline-provider.declineProvider': [['reseller', () => ({ token })]],
  'partners/end-partner-link.endPartnerLink': [
    ['provider', ({ link }) => ({ linkId: link })],
    ['reseller', ({ link }) => ({ linkId: link })],
    ['partner', ({ link }) => ({ linkId: link })],
  ],
  'partners/invitation-queries.findProviderInvitation': [['reseller', () => ({ token })]],
  'partners/invitation-queries.listInvitations': [['provider', () => ({})]],
  'partners/invitation-queries.readProviderInvitation': [['reseller', () => ({ token })]],
  'partners/link-queries.listProviders': [['reseller', () => ({})]],
  'partners/link-queries.listResellers': [['provider', () => ({})]],
  'partners/link-queries.resellerChoices': [['provider', ({ reseller }) => ({ chosen: reseller })]],
  'partners/linked-queries.listLinked': [['provider', () => ({})]],
  'webhooks/change-endpoint.changeEndpoint': [
    ['partner', ({ webhook }) => ({ endpointId: webhook, url: 'https://example.com/mine', events: ['consent.ended'] })],
  ],
  'webhooks/delivery-queries.listDeliveries': [['partner', ({ webhook }) => ({ endpointId: webhook, page: 1 })]],
  'webhooks/delivery-queries.readDelivery': [
    ['partner', ({ webhook, delivery }) => ({ endpointId: webhook, deliveryId: delivery })],
  ],
  'webhooks/disable-endpoint.disableEndpoint': [['partner', ({ webhook }) => ({ endpointId: webhook })]],
  'webhooks/enable-endpoint.enableEndpoint': [['partner', ({ webhook }) => ({ endpointId: webhook })]],
  'webhooks/queries.listEndpoints': [['partner', () => ({})]],
  'webhooks/queries.readEndpoint': [['partner', ({ webhook }) => ({ endpointId: webhook })]],
  'webhooks/redeliver.redeliver': [
    ['partner', ({ webhook, delivery }) => ({ endpointId: webhook, deliveryId: delivery })],
  ],
  'webhooks/remove-endpoint.removeEndpoint': [['partner', ({ webhook }) => ({ endpointId: webhook })]],
  'webhooks/rotate-secret.rotateSecret': [['partner', ({ webhook }) => ({ endpointId: webhook })]],
  'webhooks/test-endpoint.testEndpoint': [['partner', ({ webhook }) => ({ endpointId: webhook })]],
};

/** Gates that aim at nothing: a person's own session, what support sees of everybody, and what a visitor may ask. */
const aimless = new Set([
  'applications/apply.apply',
  'applications/approve-application.approveApplication',
  'applications/approve-name.approveName',
  'applications/ask-name.askName',
  'applications/mail-joining-link.mailJoiningLink',
  'applications/name-queries.getNameChange',
  'applications/name-queries.listNameChanges',
  'applications/queue-queries.getPartnerApplication',
  'applications/queue-queries.listPartnerApplications',
  'applications/refuse-application.refuseApplication',
  'applications/refuse-name.refuseName',
  'tenants/change-organization.changeOrganization',
  'tenants/queries.readOrganization',
  'auth/account-queries.readAccount',
  'auth/ask-password.askPassword',
  'auth/change-password.changePassword',
  'audit/subject-queries.eventsAbout',
  'audit/subject-queries.eventsOfCall',
  'auth/end-other-sessions.endOtherSessions',
  'auth/session-queries.listSessions',
  'auth/sign-in.signIn',
  'factors/add-passkey.addPasskey',
  'factors/complete-sign-in.completeSignIn',
  'factors/enroll-at-sign-in.enrollAtSignIn',
  'factors/queries.offerApp',
  'factors/queries.offerNewPasskey',
  'factors/queries.offerPasskeys',
  'factors/queries.readFactors',
  'factors/queries.readSecondStep',
  'factors/remove-totp.removeTotp',
  'factors/renew-recovery-codes.renewRecoveryCodes',
  'factors/set-totp.setTotp',
  'factors/sign-in-with-passkey.signInWithPasskey',
  'auth/sign-out.signOut',
  'clients/create-client.createClient',
  // The actor's own organization, and whoever a directory has proven: `lib/directory/` has tests of its own for these.
  'directory/connect-directory.connectDirectory',
  'directory/disconnect-directory.disconnectDirectory',
  'directory/note-without-role.noteWithoutRole',
  'directory/queries.readDirectory',
  'directory/sign-in-by-directory.signInByDirectory',
  'webhooks/create-endpoint.createEndpoint',
  'conflicts/decide-conflict.decideConflict',
  'conflicts/note-conflict.noteConflict',
  'conflicts/queue-queries.getConflict',
  'conflicts/queue-queries.listQueue',
  'consent/save-draft.saveDraft',
  'consent/send-request.sendRequest',
  'jobs/health-queries.readHealth',
  'live/queries.missedTopics',
  'mail/queries.readMailbox',
  'notifications/queries.countUnread',
  'notifications/queries.latestNotifications',
  'notifications/queries.listNotifications',
  'notifications/queries.readPreferences',
  'notifications/save-preferences.savePreferences',
  'preferences/choose-preferences.choosePreferences',
  'preferences/rename-self.renameSelf',
  'oem/ask-link.askLink',
  'oem/issue-link.issueLink',
  'oem/mail-link.mailLink',
  'oem/queue-queries.getApplication',
  'oem/queue-queries.listApplications',
  'oem/refuse-application.refuseApplication',
  'oem/release-application.releaseApplication',
  'oem/replace-link.replaceLink',
  'oem/take-application.takeApplication',
  'oem/withdraw-link.withdrawLink',
  'partners/invitation-queries.mayInviteResellers',
  'partners/invite-reseller.inviteReseller',
  'support/cancel-sent-request.cancelSentRequest',
  'support/customer-queries.readCustomerCases',
  'support/customer-queries.readRelationships',
  'support/device-queries.getSupportedDevice',
  'support/held-queries.listHeldConsents',
  'support/program-queries.listPrograms',
  'support/announce-revocation.announceRevocation',
  'support/consent-queries.getConsent',
  'support/consent-queries.readEvidence',
  'support/note-removal.noteRemoval',
  'suspensions/confirm-suspension.confirmSuspension',
  'suspensions/propose-suspension.proposeSuspension',
  'suspensions/queries.getSuspension',
  'suspensions/queries.listSuspensions',
  'suspensions/queries.openSuspensionsOf',
  'suspensions/reinstate.reinstate',
  'suspensions/turn-down-suspension.turnDownSuspension',
  'people/invite-member.inviteMember',
  'people/queries.invitingTerms',
  'setup/queries.findSetup',
  'setup/set-up-operator.setUpOperator',
  'support/figures-queries.deskFigures',
  'support/queries.supportOverview',
  'support/refuse-removal.refuseRemoval',
  'support/release-removal.releaseRemoval',
  'support/removal-queries.getRemoval',
  'support/removal-queries.listRemovals',
  'support/revoke-consent.revokeConsent',
  'support/request-queries.getSupportedRequest',
  'support/resend-sent-request.resendSentRequest',
  'support/search-queries.searchAnything',
  'support/sent-queries.listSentRequests',
  'support/register-surface.registerSurface',
  'support/surface-queries.getSurface',
  'support/surface-queries.listSurface',
  'support/surface-queries.readSurfaceProof',
  'support/take-back-surface.takeBackSurface',
  'support/take-back-revocation.takeBackRevocation',
  'support/take-removal.takeRemoval',
  'viewing/end-viewing.endViewing',
  'viewing/start-viewing.startViewing',
  'support/tenant-queries.getTenant',
  'support/tie-queries.listTies',
  'support/upload-queries.getSupportedUpload',
  'support/upload-queries.latestUploads',
]);

const gates = await findGates();

/** A partner, its consenting customer, a finished upload and an open request; a provider, its reseller and an invitation. */
async function newWorld(): Promise<{ world: World; sides: Record<Side, TenantActor> }> {
  const { partner, customer, customerId, consentId } = await newRegistrar();
  const actor = await newPerson(partner, 'admin_agent', 'global_admin');
  const { id: uploadId } = await send(actor, customerId, deviceFile(`S-${uuidv7()},,,Contoso,Atlas`));
  await runUntilEmpty();
  const keeper = await newPerson(customer.tenant, 'intune_admin');
  const profile = await newProfile(actor, customerId);
  const ownProfile = await newProfile(keeper, customerId);
  const batch = (await listBatches(actor, { customerId })).batches[0]?.id ?? '';
  const { conflict, received } = await newConflicts(actor, customerId);
  const { requestId: request } = await newRequest(actor);
  const yes = await newRequest(actor);
  await acceptAs(customer.admin, yes);
  const answered = yes.requestId;
  const oem = await newApplication();
  const manufacturers = await newConsent(customer, oem.tenant, { kind: 'oem' });
  const asked = await askRemoval(customer.admin, { consentId: manufacturers, reason: 'No longer needed' });
  const removal = asked.ok ? asked.id : '';
  const [receipt] = await receiptsOfRequest(actor, { requestId: answered });
  const provider = await newPartner('indirect_provider', 'admin_agent', 'global_admin');
  const reseller = await newPartner('indirect_reseller', 'admin_agent', 'global_admin');
  const link = await newPartnerLink(provider.tenant, reseller.tenant);
  const standingLink = (await newStandingLink(actor)).id;
  const { id: invitation } = await newInvitation(provider.actor);
  const [finished] = (await latestNotifications(actor, {})).latest;
  if (!finished) throw new Error('nobody was told that the upload is finished');
  const notification = finished.id;
  const { apiClient, apiSecret } = await newSecretClient(actor);
  const { webhook, delivery } = await newTested(actor);
  const { id: person } = await newPerson(partner, 'sales_agent');
  const { session, passkey } = await newSignedIn(partner);
  const nameChange = await newNameChange(actor);
  const joining = (await newJoining(actor)).id;
  const support = await newPerson(await newTenant('operator'), 'support_admin');
  const own = {
    partner: partner.id,
    customer: customerId,
    consent: consentId,
    request,
    upload: uploadId,
    notification,
  };
  return {
    world: {
      ...own,
      answered,
      receipt: receipt?.id ?? '',
      removal,
      batch,
      profile,
      ownProfile,
      link,
      invitation,
      reseller: reseller.tenant.id,
      otherProvider: provider.tenant.id,
      standingLink,
      apiClient,
      apiSecret,
      webhook,
      delivery,
      application: oem.applicationId,
      conflict,
      received,
      session,
      passkey,
      nameChange,
      person,
      joining,
    },
    sides: {
      partner: actor,
      customer: customer.admin,
      keeper,
      provider: provider.actor,
      reseller: reseller.actor,
      oem: oem.actor,
      maker: await newClient({ tenant: await newTenant('partner', { partnerType: 'oem' }) }),
      support,
    },
  };
}

/** Somebody of this partner with a passkey, and where they are signed in. */
async function newSignedIn(partner: Parameters<typeof newPerson>[0]) {
  const { actor } = await withPasskey(await newPerson(partner, 'helpdesk_agent'));
  const [key] = (await readFactors(actor, {})).passkeys;
  return { session: actor.sessionId, passkey: key?.id ?? '' };
}

/** An API client of this person's organization, with its secret's id. */
async function newSecretClient(owner: UserActor) {
  const made = await createClient(owner, { id: uuidv7(), name: 'Stock system', scopes: ['read'] });
  const [client] = await listClients(owner, {});
  if (!made.ok || !client) throw new Error('no API client was made');
  return { apiClient: client.id, apiSecret: client.secrets[0]?.id ?? '' };
}

/** A webhook of this person's organization, and an event on its way to it. */
async function newTested(owner: UserActor) {
  const webhook = uuidv7();
  await createEndpoint(owner, { id: webhook, url: 'https://example.com/events', events: ['consent.ended'] });
  const tested = await testEndpoint(owner, { endpointId: webhook });
  if (!tested.ok) throw new Error(tested.reason);
  return { webhook, delivery: tested.deliveryId };
}

/** What this partner asked of another customer, and what another partner asks of its own. */
async function newConflicts(actor: UserActor, customerId: string) {
  const other = await newRegistrar();
  const [theirs, own] = [`S-${uuidv7()}`, `S-${uuidv7()}`];
  const file = (serial: string) => deviceFile(`${serial},,,Contoso,Atlas`);
  await upload(other.actor, other.customerId, file(theirs));
  await upload(actor, customerId, file(own));
  const ask = async (by: UserActor, of: string, serial: string) => {
    const asked = await askRelease(by, asking((await upload(by, of, file(serial))).id));
    if (!asked.ok) throw new Error(asked.reason);
    return asked.id;
  };
  return {
    conflict: await ask(actor, customerId, theirs),
    received: await ask(other.actor, other.customerId, own),
  };
}

/** What somebody is told, without what differs between two worlds by nature: the ids they asked with. */
async function told(ask: Promise<unknown>, asked: World): Promise<string> {
  const answer = await ask.then(
    (value) => ({ value }),
    (error: unknown) => {
      if (error instanceof AppError) return { refused: error.code, message: error.message };
      throw error;
    },
  );
  return Object.values(asked).reduce((text, id) => text.replaceAll(id, 'ID'), JSON.stringify(answer));
}

describe('a stranger with the same roles in another organization', () => {
  it('is tried on every gate that people pass', () => {
    const tried = [...Object.keys(probes), ...aimless].sort();
    const forPeople = [...gates].filter(([, gate]) => !('system' in policy[gate.allow])).map(([name]) => name);
    expect(tried).toEqual(forPeople.sort());
  });

  it('is told the same of another’s rows as of rows that never were, and changes nothing', async () => {
    const { world } = await newWorld();
    const { sides } = await newWorld();
    const before = await everything();
    for (const [name, list] of Object.entries(probes)) {
      for (const [side, input] of list) {
        const gate = gates.get(name);
        if (!gate) throw new Error(`${name} is gone`);
        const ask = (target: World) => told(gate(sides[side], input(target)), target);
        const random = nowhere();
        const answer = await ask(random);
        expect(await ask(world), name).toBe(answer);
        for (const id of Object.values(world)) expect(answer, name).not.toContain(id);
      }
    }
    expect(await everything()).toBe(before);
  });

  it('would have found its own rows the same way', async () => {
    const { world, sides } = await newWorld();
    for (const name of [
      'partners/customer-queries.getCustomer',
      'devices/upload-queries.readUpload',
      'devices/queries.listDevices',
    ]) {
      const [side, input] = probes[name]?.[0] ?? (['partner', () => ({})] as Probe);
      await expect(gates.get(name)?.(sides[side], input(world)), name).resolves.toBeDefined();
    }
  });
});
