import { env } from '@/lib/env';

export interface DirectorySettings {
  clientId: string;
  clientSecret: string;
  issuer: string;
}

/** The app registration at Microsoft Entra ID; null where nobody signs in by it. */
export function directorySettings(): DirectorySettings | null {
  const { ENTRA_CLIENT_ID: clientId, ENTRA_CLIENT_SECRET: clientSecret, ENTRA_ISSUER: issuer } = env;
  return clientId && clientSecret ? { clientId, clientSecret, issuer } : null;
}
