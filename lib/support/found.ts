/** What a search of support can lead to, in the order that results are shown in. */
export const foundKinds = [
  'organization',
  'person',
  'device',
  'request',
  'consent',
  'upload',
  'receipt',
  'conflict',
  'removal',
  'application',
  'partner_application',
  'name_change',
  'suspension',
  'invitation',
  'client',
] as const;
export type FoundKind = (typeof foundKinds)[number];

export const foundNames: Record<FoundKind, { one: string; many: string }> = {
  organization: { one: 'Organization', many: 'Organizations' },
  person: { one: 'Person', many: 'People' },
  device: { one: 'Device', many: 'Devices' },
  request: { one: 'Consent request', many: 'Consent requests' },
  consent: { one: 'Consent', many: 'Consents' },
  upload: { one: 'Upload', many: 'Uploads' },
  receipt: { one: 'Receipt', many: 'Receipts' },
  conflict: { one: 'Device conflict', many: 'Device conflicts' },
  removal: { one: 'Removal request', many: 'Removal requests' },
  application: { one: 'Link application', many: 'Link applications' },
  partner_application: { one: 'Partner application', many: 'Partner applications' },
  name_change: { one: 'Name change', many: 'Name changes' },
  suspension: { one: 'Suspension', many: 'Suspensions' },
  invitation: { one: 'Provider invitation', many: 'Provider invitations' },
  client: { one: 'API client', many: 'API clients' },
};

/** One result: what it is called, what tells it from others of that name, and where its history stands. */
export interface Found {
  kind: FoundKind;
  id: string;
  name: string;
  detail: string;
  href: string;
}

/** Results of one kind that are shown at most. */
export const foundAtMost = 10;

/** Results by kind, each once; `more` says that there are some that are not shown. */
export function grouped(found: Found[]): { kind: FoundKind; rows: Found[]; more: boolean }[] {
  return foundKinds.flatMap((kind) => {
    const rows = [...new Map(found.filter((one) => one.kind === kind).map((one) => [one.id, one])).values()];
    return rows.length === 0 ? [] : [{ kind, rows: rows.slice(0, foundAtMost), more: rows.length > foundAtMost }];
  });
}
