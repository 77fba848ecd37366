/** Every link inside the portal, made here. Paths start with a slash; put APP_ORIGIN before one that leaves us by mail. */
const query = (values: Record<string, string | undefined>): string => {
  const given = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

export const paths = {
  home: () => '/',
  signIn: (next?: string) => `/sign-in${query({ next })}`,
  /** For who gave the right password and owes more. */
  secondStep: (next?: string) => `/sign-in/second-step${query({ next })}`,
  /** The sign-in page after `done`, which it tells. */
  signInAfter: (done: 'password_set') => `/sign-in${query({ done })}`,
  /** No page of its own; what lies below it needs no sign-in. */
  passwords: () => '/password',
  forgotPassword: () => '/password/forgot',
  setPassword: () => '/password/set',
  /** The link in the mail; it leads to the page above. */
  credentialLink: (token: string) => `/credential/${token}`,
  /** `place` is where the person is, as for notifications. */
  account: (place: string, search: { done?: string } = {}) => `${place}/account${query(search)}`,
  /** Where somebody sets up their authenticator app. */
  authenticator: (place: string) => `${place}/account/authenticator`,
  /** The two addresses of next-auth that our form talks to. */
  signInToken: () => '/api/auth/csrf',
  signInApi: () => '/api/auth/callback/credentials',
  partner: () => '/partner',
  customers: (search: Record<string, string | undefined> = {}) => `/partner/customers${query(search)}`,
  customersCsv: (search: Record<string, string | undefined> = {}) => `/partner/customers/export.csv${query(search)}`,
  customer: (id: string) => `/partner/customers/${id}`,
  customerDevices: (id: string, search: Record<string, string | undefined> = {}) =>
    `/partner/customers/${id}/devices${query(search)}`,
  customerDevicesCsv: (id: string, search: Record<string, string | undefined> = {}) =>
    `/partner/customers/${id}/devices/export.csv${query(search)}`,
  batches: (id: string) => `/partner/customers/${id}/batches`,
  /** Of one customer. */
  profiles: (id: string) => `/partner/customers/${id}/profiles`,
  newProfile: (id: string) => `/partner/customers/${id}/profiles/new`,
  profile: (id: string, profile: string) => `/partner/customers/${id}/profiles/${profile}`,
  /** Devices of all customers. */
  devices: (search: Record<string, string | undefined> = {}) => `/partner/devices${query(search)}`,
  device: (id: string) => `/partner/devices/${id}`,
  repairDevice: (id: string) => `/partner/devices/${id}/repair`,
  /** What the organization asks of others, or others of it. */
  conflicts: (search: Record<string, string | undefined> = {}) => `/partner/conflicts${query(search)}`,
  conflict: (id: string) => `/partner/conflicts/${id}`,
  /** `upload` and `row` say which device. */
  askRelease: (asked: { upload: string; row: string }) => `/partner/conflicts/ask${query(asked)}`,
  /** With what is typed in beforehand. */
  uploadDevices: (id: string, device: Record<string, string | undefined> = {}) =>
    `/partner/customers/${id}/devices/upload${query(device)}`,
  requests: (search: Record<string, string | undefined> = {}) => `/partner/requests${query(search)}`,
  standingLink: () => '/partner/requests/standing-link',
  /** An OEM's own standing link, which support issues. */
  consentLink: (search: Record<string, string | undefined> = {}) => `/partner/consent-link${query(search)}`,
  mailConsentLink: () => '/partner/consent-link/mail',
  request: (id: string, search: { sent?: string } = {}) => `/partner/requests/${id}${query(search)}`,
  resendRequest: (id: string) => `/partner/requests/${id}/resend`,
  /** `draft` is opened again; `from` is an earlier request whose recipient is asked once more. */
  requestRelationship: (start: { draft?: string; from?: string } = {}) => `/partner/customers/request${query(start)}`,
  requestMany: () => '/partner/customers/request/many',
  /** Each side's copy of a receipt. */
  partnerReceipt: (id: string) => `/partner/receipts/${id}`,
  partnerReceiptRecord: (id: string) => `/partner/receipts/${id}/record.json`,
  /** No page of its own; what lies below it belongs to Customers. */
  uploads: () => '/partner/uploads',
  upload: (id: string, search: Record<string, string | undefined> = {}) => `/partner/uploads/${id}${query(search)}`,
  resellers: (search: Record<string, string | undefined> = {}) => `/partner/resellers${query(search)}`,
  inviteReseller: () => '/partner/resellers/invite',
  providers: () => '/partner/providers',
  apiClients: () => '/partner/api-clients',
  newApiClient: () => '/partner/api-clients/new',
  /** How to use the API; for everybody. */
  webhooks: () => '/partner/webhooks',
  newWebhook: () => '/partner/webhooks/new',
  webhook: (id: string, search: Record<string, string | undefined> = {}) => `/partner/webhooks/${id}${query(search)}`,
  webhookDelivery: (id: string, delivery: string) => `/partner/webhooks/${id}/deliveries/${delivery}`,
  developers: () => '/developers',
  openApi: () => '/v1/openapi.json',
  oemOpenApi: () => '/oem/v1/openapi.json',
  /** `link` names the cookie that holds the link's secret. */
  providerInvitation: (link?: string) => `/partner/provider-invitation${query({ link })}`,
  providerInvitationEnded: (link?: string) => `/partner-invitation/ended${query({ link })}`,
  /** The link in the mail; it leads to one of the pages above. */
  providerInvitationLink: (token: string) => `/partner-invitation/${token}`,
  admin: () => '/admin',
  /** The customer's side of conflicts about its devices. */
  askedReleases: (search: Record<string, string | undefined> = {}) => `/admin/conflicts${query(search)}`,
  askedRelease: (id: string) => `/admin/conflicts/${id}`,
  /** The customer's own devices and profiles. */
  ownDevices: (search: Record<string, string | undefined> = {}) => `/admin/devices${query(search)}`,
  ownDevice: (id: string) => `/admin/devices/${id}`,
  ownProfiles: () => '/admin/profiles',
  newOwnProfile: () => '/admin/profiles/new',
  ownProfile: (profile: string) => `/admin/profiles/${profile}`,
  relationships: (search: Record<string, string | undefined> = {}) => `/admin/relationships${query(search)}`,
  /** No page of its own; what lies below it belongs to Partner relationships, and to Requests. */
  receipts: () => '/admin/receipts',
  partnerReceipts: () => '/partner/receipts',
  receipt: (id: string) => `/admin/receipts/${id}`,
  receiptRecord: (id: string) => `/admin/receipts/${id}/record.json`,
  partnerInvitation: (request?: string) => `/admin/partner-invitation${query({ request })}`,
  /** A standing link: see `lib/consent/standing-address.ts` for its parts. */
  standingInvitation: (address: Record<string, string | undefined>) => `/admin/partner-invitation${query(address)}`,
  invitationDecided: (request: string) => `/admin/partner-invitation/decided${query({ request })}`,
  /** No page of its own; what lies below it needs no sign-in. */
  invitations: () => '/invitation',
  /** For a recipient who cannot sign in: `search` is that of the invitation they came from. */
  invitationNoAccount: (search: Record<string, string | undefined>) => `/invitation/no-account${query(search)}`,
  invitationEnded: (request?: string) => `/invitation/ended${query({ request })}`,
  invitation: (token: string) => `/invitation/${token}`,
  support: () => '/support',
  supportSearch: (q?: string) => `/support/search${query({ q })}`,
  /** No pages of their own; what lies below them belongs to Search. */
  supportTenants: () => '/support/tenants',
  supportDevices: () => '/support/devices',
  supportRequests: () => '/support/requests',
  supportUploads: () => '/support/uploads',
  supportDevice: (id: string) => `/support/devices/${id}`,
  supportRequest: (id: string) => `/support/requests/${id}`,
  supportUpload: (id: string, search: Record<string, string | undefined> = {}) =>
    `/support/uploads/${id}${query(search)}`,
  /** Any organization as support sees it. */
  supportTenant: (id: string) => `/support/tenants/${id}`,
  supportTenantCustomers: (id: string, search: Record<string, string | undefined> = {}) =>
    `/support/tenants/${id}/customers${query(search)}`,
  supportTenantRequests: (id: string, search: Record<string, string | undefined> = {}) =>
    `/support/tenants/${id}/requests${query(search)}`,
  removals: (search: Record<string, string | undefined> = {}) => `/support/removals${query(search)}`,
  removal: (id: string) => `/support/removals/${id}`,
  /** A consent as support sees it, where it ends an OEM's. */
  supportConsent: (id: string) => `/support/consents/${id}`,
  oemLinks: (search: Record<string, string | undefined> = {}) => `/support/oem-links${query(search)}`,
  oemLink: (id: string) => `/support/oem-links/${id}`,
  surfaceRegistrations: (search: Record<string, string | undefined> = {}) => `/support/surface${query(search)}`,
  newSurfaceRegistration: () => '/support/surface/new',
  surfaceRegistration: (id: string) => `/support/surface/${id}`,
  supportConflicts: (search: Record<string, string | undefined> = {}) => `/support/conflicts${query(search)}`,
  supportConflict: (id: string) => `/support/conflicts/${id}`,
  suspensions: (search: Record<string, string | undefined> = {}) => `/support/suspensions${query(search)}`,
  suspension: (id: string) => `/support/suspensions/${id}`,
  /** `place` is where the person is: each place has these pages in its own shell. */
  notifications: (place: string, search: Record<string, string | undefined> = {}) =>
    `${place}/notifications${query(search)}`,
  activity: (place: string, search: Record<string, string | undefined> = {}) => `${place}/activity${query(search)}`,
  activityCsv: (place: string, search: Record<string, string | undefined> = {}) =>
    `${place}/activity/export.csv${query(search)}`,
  /** The people of an organization; `place` as above. */
  people: (place: string, search: Record<string, string | undefined> = {}) => `${place}/people${query(search)}`,
  person: (place: string, id: string) => `${place}/people/${id}`,
  /** With an address that is typed in beforehand. */
  invitePerson: (place: string, search: { email?: string } = {}) => `${place}/people/invite${query(search)}`,
  /** The link that a start prints while there is no operator; it leads to the page after it. */
  setupLink: (token: string) => `/setup/${token}`,
  setup: (link?: string) => `/setup${query({ link })}`,
  /** The link in the mail to somebody who shall have an account; it leads to the page after it. */
  joinLink: (token: string) => `/join/${token}`,
  join: (link?: string) => `/join${query({ link })}`,
  /** The link in the mail to somebody whose organization has no place here yet; it leads to the page after it. */
  signUpLink: (token: string) => `/sign-up/${token}`,
  signUp: (link?: string) => `/sign-up${query({ link })}`,
  notificationsApi: () => '/api/notifications',
  /** Both take `?age=`, in milliseconds. */
  events: () => '/api/events',
  missedEvents: () => '/api/events/missed',
  mailbox: (to?: string) => `/mailbox${query({ to })}`,
  revokeApi: (consentId: string) => `/api/consents/${consentId}/revocation`,
  revocationEvidence: (id: string) => `/api/revocations/${id}/evidence`,
  surfaceApi: () => '/api/surface',
  surfaceProof: (id: string) => `/api/surface/${id}/proof`,
  conflictsApi: () => '/api/conflicts',
  conflictProof: (id: string) => `/api/conflicts/${id}/proof`,
  uploadsApi: (search: Record<string, string | undefined> = {}) => `/api/uploads${query(search)}`,
  checkDevicesApi: (customerId: string) => `/api/uploads/check${query({ customerId })}`,
  uploadApi: (id: string) => `/api/uploads/${id}`,
  uploadRows: (id: string, search: Record<string, string | undefined> = {}) =>
    `/api/uploads/${id}/rows${query(search)}`,
  rejectedCsv: (id: string) => `/api/uploads/${id}/rejected.csv`,
  uploadTemplate: () => '/device-template.csv',
} as const;
