/** What a search for a recipient looks in; lowered here, because engines lower differently. */
export const recipientSearch = (name: string, email: string, organization: string): string =>
  [name, email, organization].join('\n').toLowerCase();
