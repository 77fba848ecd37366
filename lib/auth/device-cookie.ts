import { randomBytes } from 'node:crypto';
import { days } from '@/lib/clock';
import { secure } from './session-cookie';

/** Names a browser, and lets nobody in: signing in with one that is new to a person is told them by mail. */
export const deviceCookieName = (): string => (secure() ? '__Host-countersign-device' : 'countersign-device');

/** In milliseconds; browsers keep no cookie longer than 400 days. */
export const deviceCookieLifetime = days(365);

/** 32 random bytes, base64url. */
export const deviceTokenPattern = /^[A-Za-z0-9_-]{43}$/;

export const newDeviceToken = (): string => randomBytes(32).toString('base64url');
