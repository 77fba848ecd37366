import { sql } from 'drizzle-orm';
import { apiClients, users } from '@/db/schema';
import { clientLabel } from './client-label';

/** Who made a row, where `users` and `api_clients` are both joined to the left of it: a person's name or a client's. */
export const makerName = sql<string>`coalesce(${users.name}, ${clientLabel('')} || ${apiClients.name}, '')`;
