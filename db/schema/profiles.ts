import { index, integer, json, moment, primaryKey, table, text, uniqueIndex, uuid } from '../columns';
import { apiClients } from './api';
import { batches } from './devices';
import { tenants, users } from './people';

/**
 * What a customer's new devices ask when they are switched on first. `partner` profiles were made here by a partner; `intune`
 * ones by the customer itself, and no partner ever sees them. `nameKey` is the name lowered in TypeScript.
 */
export const profiles = table(
  'profiles',
  {
    id: uuid().primaryKey(),
    customerId: uuid()
      .notNull()
      .references(() => tenants.id),
    makerId: uuid()
      .notNull()
      .references(() => tenants.id),
    source: text<'partner' | 'intune'>().notNull(),
    name: text().notNull(),
    nameKey: text().notNull(),
    description: text().notNull(),
    settings: json<string[]>().notNull(),
    /** Counts its changes, so that of two who edit at once the second is told. */
    revision: integer().notNull(),
    createdBy: uuid().references(() => users.id),
    /** The API client that made it, where no person did. */
    clientId: uuid().references(() => apiClients.id),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [uniqueIndex('profiles_name').on(t.customerId, t.makerId, t.nameKey)],
);

/**
 * Which profile a device has: one of its customer's partners', and beside it one of the customer's own, which goes before it
 * (docs/decisions/0017). Kept like `devices` and by the same key, for the same reasons: an upload may give a million devices a
 * profile. Who gave it and when stands in the device's history or its upload.
 */
export const deviceProfiles = table(
  'device_profiles',
  {
    upload: integer().notNull(),
    row: integer().notNull(),
    source: text<'partner' | 'intune'>().notNull(),
    profileId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.upload, t.row, t.source] }),
    index('device_profiles_profile').on(t.profileId, t.upload, t.row),
  ],
);

/** How many devices of which batch have a profile: kept with every change, like `deviceCounts`. */
export const profileCounts = table(
  'profile_counts',
  {
    profileId: uuid().notNull(),
    batchId: uuid().notNull(),
    devices: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.profileId, t.batchId] })],
);

/** What a partner gives to the devices it registers for a customer, unless an upload says otherwise. */
export const defaultProfiles = table(
  'default_profiles',
  {
    customerId: uuid()
      .notNull()
      .references(() => tenants.id),
    partnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    profileId: uuid()
      .notNull()
      .references(() => profiles.id),
    setBy: uuid()
      .notNull()
      .references(() => users.id),
    setAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.partnerId] }), index('default_profiles_profile').on(t.profileId)],
);

/** The last time that all devices of a batch were given a profile, or with none had it taken away; under way until `finishedAt`. */
export const batchProfiles = table('batch_profiles', {
  batchId: uuid()
    .primaryKey()
    .references(() => batches.id),
  /** Tells this run from an earlier one of the same batch. */
  runId: uuid().notNull(),
  profileId: uuid(),
  partnerId: uuid()
    .notNull()
    .references(() => tenants.id),
  startedBy: uuid()
    .notNull()
    .references(() => users.id),
  startedAt: moment().notNull(),
  /** The last device that was looked at: its upload's number and its row, 0 and 0 before the first. */
  lastUpload: integer().notNull(),
  lastRow: integer().notNull(),
  done: integer().notNull(),
  finishedAt: moment(),
  /** Why it ended early. */
  stopped: text<'consent_ended' | 'suspended' | 'profile_gone' | 'permission_revoked'>(),
});
