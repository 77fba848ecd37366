import { env } from '@/lib/env';

/** Who passkeys are for: this origin alone, by the name of its host (W3C Web Authentication, "relying party"). */
export const relyingParty = () => ({
  origin: env.APP_ORIGIN,
  id: new URL(env.APP_ORIGIN).hostname,
  name: 'Countersign',
});
