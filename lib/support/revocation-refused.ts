/** How an attempt to end a consent, or to take back its end, goes on record when it comes to nothing. */
export const revocationRefused = {
  audit: 'consent.revocation_refused',
  about: ({ consentId, reason }: { consentId: string; reason: string }) => ({
    subjectId: consentId,
    detail: { reason },
  }),
};
