import { env } from '@/lib/env';

/** True where people reach us by https. */
export const secure = (): boolean => env.APP_ORIGIN.startsWith('https://');

/** `__Host-` binds the cookie to this very host; browsers accept the prefix on https only. */
export const sessionCookieName = (): string => (secure() ? '__Host-countersign' : 'countersign');
