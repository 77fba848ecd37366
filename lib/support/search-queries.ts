import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { apiCalls, apiClients, conflicts, consentRequests, tenants, uploads, users } from '@/db/schema';
import { startingWith } from '@/lib/devices/begins-with';
import { query } from '@/lib/query';
import { uploadKey } from '@/lib/wire/upload-key';
import { nameChangeBy, partnerApplicationBy } from './find-applications';
import { clientsBy, conflictsBy, organizations, people, removalBy, requests, uploadsBy } from './find-by';
import { consentBy, receiptBy } from './find-consents';
import { deviceBy, devicesBy } from './find-devices';
import { applicationBy, invitationBy, suspensionBy } from './find-partner-cases';
import { type Found, grouped } from './found';

/** What an address may ask for; a hardware hash is the longest that there is. */
export const supportSearch = z.object({ q: z.string().trim().max(8000).catch('').default('') });

/** An address is shown to who asks by it, so it names nothing but the thing itself. */
const byId = (id: string): Promise<Found[]>[] => [
  organizations(eq(tenants.id, id), asc(tenants.id)),
  people(eq(users.id, id), asc(users.id)),
  requests(eq(consentRequests.id, id), asc(consentRequests.id)),
  uploadsBy(eq(uploads.id, id), asc(uploads.id)),
  conflictsBy(eq(conflicts.id, id), asc(conflicts.id)),
  removalBy(id),
  receiptBy(id),
  applicationBy(id),
  partnerApplicationBy(id),
  nameChangeBy(id),
  suspensionBy(id),
  invitationBy(id),
  clientsBy(eq(apiClients.id, id)),
  consentBy(id),
];

const byText = (text: string): Promise<Found[]>[] => [
  organizations(startingWith(tenants.sortName, text), asc(tenants.sortName)),
  organizations(startingWith(tenants.domain, text), asc(tenants.domain)),
  people(startingWith(users.email, text), asc(users.email)),
  people(and(isNotNull(users.nameKey), startingWith(users.nameKey, text)), asc(users.nameKey)),
  requests(startingWith(consentRequests.emailKey, text), asc(consentRequests.emailKey)),
  requests(startingWith(consentRequests.organizationKey, text), asc(consentRequests.organizationKey)),
  uploadsBy(startingWith(uploads.fileNameKey, text), asc(uploads.fileNameKey)),
];

/** The calls of the API that had this id in the last day, by what each client sent under it. */
async function byCall(requestId: string): Promise<Found[]> {
  const calls = await db
    .select({ clientId: apiCalls.clientId, partnerId: apiClients.tenantId })
    .from(apiCalls)
    .innerJoin(apiClients, eq(apiClients.id, apiCalls.clientId))
    .where(eq(apiCalls.requestId, requestId))
    .orderBy(desc(apiCalls.createdAt))
    .limit(10);
  if (calls.length === 0) return [];
  const sent = await Promise.all(
    calls.map(({ clientId, partnerId }) =>
      uploadsBy(
        and(eq(uploads.partnerId, partnerId), eq(uploads.idempotencyKey, uploadKey(clientId, requestId))),
        asc(uploads.id),
      ),
    ),
  );
  const callers = calls.map(({ clientId }) => clientId);
  return [...sent.flat(), ...(await clientsBy(inArray(apiClients.id, callers)))];
}

/**
 * Anything that support may be asked about, by its id, by the beginning of its name, of a mail address, a domain, a file's name
 * or a device's identifier, or by the id of an API call: one range of an index each, whoever's it is. Texts have two
 * characters at least. `exact` is the one thing that an id names.
 */
export const searchAnything = query({
  allow: 'support:read',
  input: supportSearch,
  async run(_actor, { q }) {
    const text = q.toLowerCase();
    if (text.length < 2) return { groups: [], exact: null };
    const isId = z.guid().safeParse(text).success;
    const named = isId ? [...byId(text), deviceBy(text)] : [...(text.length <= 200 ? byText(text) : []), devicesBy(q)];
    const ids = (await Promise.all(named)).flat();
    const called = text.length <= 200 ? await byCall(text) : [];
    const [only, ...others] = isId ? ids : [];
    return {
      groups: grouped([...ids, ...called]),
      exact: only && others.length === 0 && called.length === 0 ? only : null,
    };
  },
});
