import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { standingLinks } from '@/db/schema';
import { writeStandingAddress } from '@/lib/consent/standing-address';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';

/** The link that an OEM hands out now, with its whole address; null before support has issued it and after it withdrew it. */
export async function consentLinkOf(
  partnerId: string,
): Promise<{ id: string; url: string; issuedAt: Date; issuedBy: string } | null> {
  const [link] = await db
    .select()
    .from(standingLinks)
    .where(and(eq(standingLinks.partnerId, partnerId), eq(standingLinks.kind, 'oem'), isNull(standingLinks.endedAt)));
  return link ? { id: link.id, url: linkUrl(link), issuedAt: link.createdAt, issuedBy: link.createdBy } : null;
}

const linkUrl = ({ partnerId, code }: { partnerId: string; code: string }): string =>
  env.APP_ORIGIN +
  paths.standingInvitation(writeStandingAddress({ kind: 'oem', partnerId, providerId: null, code, dap: false }));
