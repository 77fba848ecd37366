import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { apiClients, users } from '@/db/schema';
import { clientLabel } from './client-label';

interface Named {
  name: SQLWrapper;
}

/** Who did something, of two tables that are joined to the left: a person's name, a client's, or null where nobody did. */
export const nameIfAny = (person: Named, client: Named): SQL<string | null> =>
  sql<string | null>`coalesce(${person.name}, ${clientLabel('')} || ${client.name})`;

/** The same where somebody did. */
export const nameOf = (person: Named, client: Named): SQL<string> =>
  sql<string>`coalesce(${nameIfAny(person, client)}, '')`;

/** Who made a row. */
export const makerName = nameOf(users, apiClients);
