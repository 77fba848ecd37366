/** What a search for a recipient looks in; lowered here, because engines lower differently. */
export const recipientSearch = (name: string, email: string, organization: string): string =>
  [name, email, organization].join('\n').toLowerCase();

/** The beginning of an index entry: a longer one would not fit on either engine. */
const key = (text: string) => text.trim().toLowerCase().slice(0, 200) || null;

/** What support finds a request by, each by its beginning and over all partners. */
export const recipientKeys = (email: string, organization: string) => ({
  emailKey: key(email),
  organizationKey: key(organization),
});
