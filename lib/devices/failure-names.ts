import type { StopReason } from './stop-reasons';

/** Why an upload registered no further devices, in a few words. */
export const failureNames: Record<StopReason['failureCode'], string> = {
  all_or_nothing: 'Some rows cannot be registered',
  consent_revoked: 'Consent ended',
  permission_revoked: 'The sender’s account or role was taken away',
  suspended: 'Suspended by support',
  temporary: 'A fault on our side',
  unreadable: 'The file cannot be read',
};
