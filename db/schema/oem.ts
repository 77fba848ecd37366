import { sql } from 'drizzle-orm';
import { index, json, moment, table, text, uniqueIndex, uuid } from '../columns';
import { standingLinks } from './consent';
import { tenants, users } from './people';

/** An OEM asks support for its consent link, which is a standing link of kind `oem`. One open per OEM. */
export const oemLinkApplications = table(
  'oem_link_applications',
  {
    id: uuid().primaryKey(),
    partnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    state: text<'asked' | 'in_review' | 'issued' | 'refused' | 'withdrawn'>().notNull(),
    website: text().notNull(),
    /** What the firmware of its devices says as manufacturer. */
    makes: json<string[]>().notNull(),
    contactName: text().notNull(),
    contactEmail: text().notNull(),
    note: text(),
    askedBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull(),
    assigneeId: uuid().references(() => users.id),
    reviewedAt: moment(),
    /** Why support refused. */
    answer: text(),
    closedAt: moment(),
    closedBy: uuid().references(() => users.id),
    /** The link that was issued on it; another may stand in its place by now. */
    linkId: uuid().references(() => standingLinks.id),
  },
  (t) => [
    uniqueIndex('oem_link_applications_open').on(t.partnerId).where(sql`state in ('asked', 'in_review')`),
    index('oem_link_applications_partner').on(t.partnerId, t.createdAt, t.id),
    index('oem_link_applications_state').on(t.state, t.createdAt, t.id),
  ],
);

/** Whom an OEM mailed its consent link from the portal. The id comes from the form, so that a double click is one mail. */
export const oemLinkMails = table(
  'oem_link_mails',
  {
    id: uuid().primaryKey(),
    partnerId: uuid()
      .notNull()
      .references(() => tenants.id),
    linkId: uuid()
      .notNull()
      .references(() => standingLinks.id),
    recipientName: text().notNull(),
    recipientEmail: text().notNull(),
    organization: text().notNull(),
    sentBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull(),
  },
  (t) => [index('oem_link_mails_partner').on(t.partnerId, t.createdAt, t.id)],
);
