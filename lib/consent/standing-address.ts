import { z } from 'zod';
import type { ConsentKind } from './names';

/**
 * The parts of a standing link's address, in the manner of Microsoft's own
 * (https://learn.microsoft.com/partner-center/customers/request-a-relationship-with-a-customer); the third `invType` is ours.
 * `partnerId` is the direct partner, the provider of an indirect reseller or the manufacturer, `indirectCSPId` the reseller,
 * `msppId` the link's code, and `DAP` whether delegated administration is asked for.
 */
const kinds = {
  ResellerRelationship: 'reseller',
  IndirectResellerRelationship: 'indirect_reseller',
  DeviceManufacturerRelationship: 'oem',
} as const satisfies Record<string, ConsentKind>;

type InvitationType = keyof typeof kinds;

const tenantId = z.uuid().toLowerCase();

export const standingAddress = z.object({
  invType: z.enum(Object.keys(kinds) as [InvitationType, ...InvitationType[]]),
  partnerId: tenantId,
  msppId: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  DAP: z.enum(['true', 'false']),
  indirectCSPId: tenantId.optional(),
});

export type StandingAddress = z.output<typeof standingAddress>;

/** What the address claims; the link behind its code must agree in all of it. */
export interface StandingClaim {
  kind: ConsentKind;
  partnerId: string;
  providerId: string | null;
  code: string;
  dap: boolean;
}

/** True when the address of a page is a standing link's, whether or not it is a good one. */
export const looksStanding = (search: Record<string, unknown>): boolean =>
  ['invType', 'partnerId', 'msppId', 'indirectCSPId'].some((name) => name in search);

/** Reads an address; null where a part is missing, repeated, malformed, or does not go with the others. */
export function readStandingAddress(search: unknown): (StandingClaim & { address: StandingAddress }) | null {
  const { data: address } = standingAddress.safeParse(search);
  if (!address) return null;
  const kind = kinds[address.invType];
  const dap = address.DAP === 'true';
  const { partnerId, indirectCSPId: reseller, msppId: code } = address;
  if ((kind === 'indirect_reseller') !== (reseller !== undefined)) return null;
  if (kind === 'oem' && dap) return null;
  const sides = reseller ? { partnerId: reseller, providerId: partnerId } : { partnerId, providerId: null };
  return { kind, ...sides, code, dap, address };
}

/** The address that claims this. */
export function writeStandingAddress({ kind, partnerId, providerId, code, dap }: StandingClaim): StandingAddress {
  const invType =
    (Object.keys(kinds) as InvitationType[]).find((name) => kinds[name] === kind) ?? 'ResellerRelationship';
  return {
    invType,
    partnerId: providerId ?? partnerId,
    msppId: code,
    DAP: dap ? 'true' : 'false',
    ...(providerId ? { indirectCSPId: partnerId } : {}),
  };
}
