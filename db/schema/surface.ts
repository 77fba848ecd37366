import { index, integer, moment, table, text, uniqueIndex, uuid } from '../columns';
import { uploads } from './devices';
import { tenants, users } from './people';

/**
 * Support registers a customer's Surface devices because the customer itself asked (docs/decisions/0028): who asked, with what
 * proof of purchase, and the upload it became, which is the operator's own. The id comes from the form, so that a double click
 * is one registration.
 */
export const surfaceRegistrations = table(
  'surface_registrations',
  {
    id: uuid().primaryKey(),
    uploadId: uuid()
      .notNull()
      .references(() => uploads.id),
    customerId: uuid()
      .notNull()
      .references(() => tenants.id),
    /** The customer's administrator who asked. */
    askedBy: uuid()
      .notNull()
      .references(() => users.id),
    model: text().notNull(),
    /** Read by the customer in its log. */
    reason: text().notNull(),
    proofType: text<'pdf' | 'png' | 'jpeg' | 'webp'>().notNull(),
    proofBytes: integer().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull(),
    /** Why it was taken back; null while it stands. */
    takenBackFor: text(),
  },
  (t) => [
    uniqueIndex('surface_registrations_upload').on(t.uploadId),
    index('surface_registrations_created').on(t.createdAt, t.id),
    index('surface_registrations_customer').on(t.customerId, t.createdAt),
  ],
);
