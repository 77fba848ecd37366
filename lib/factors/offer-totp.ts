import { z } from 'zod';
import { issueTicket, readTicket } from '@/lib/auth/ticket';
import { minutes } from '@/lib/clock';
import { newTotpSecret, totpUri } from './totp';

/** How long somebody may take to set up their app, in milliseconds. */
const lifetime = minutes(30);

/** What an app is set up with; `offer` comes back with the first code. Nothing is stored before that. */
export interface TotpOffer {
  offer: string;
  /** In base32, for who cannot scan. */
  secret: string;
  /** What the QR code says. */
  uri: string;
}

export function offerTotp({ id, email }: { id: string; email: string }): TotpOffer {
  const secret = newTotpSecret();
  return { secret, uri: totpUri(secret, email), offer: issueTicket('totp_offer', { userId: id, secret }, lifetime) };
}

/** The secret of an offer that was made to this person, and until when; null for any other. */
export function readTotpOffer(offer: string, userId: string) {
  const held = readTicket('totp_offer', offer, z.object({ userId: z.string(), secret: z.string() }));
  return held?.userId === userId ? held : null;
}
