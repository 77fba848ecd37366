// The one schema, by topic; everybody imports it from here, and drizzle-kit reads it.

export * from './schema/api';
export * from './schema/applications';
export * from './schema/audit';
export * from './schema/column-mappings';
export * from './schema/conflicts';
export * from './schema/consent';
export * from './schema/credentials';
export * from './schema/device-identities';
export * from './schema/devices';
export * from './schema/factors';
export * from './schema/members';
export * from './schema/oem';
export * from './schema/partners';
export * from './schema/people';
export * from './schema/profiles';
export * from './schema/relationships';
export * from './schema/revocations';
export * from './schema/setup';
export * from './schema/surface';
export * from './schema/suspensions';
export * from './schema/viewings';
export * from './schema/webhooks';
export * from './schema/work';
