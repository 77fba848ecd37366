const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** "March 1, 2026", in UTC: a mail does not know where it is read. */
export const formatDay = (at: Date): string => day.format(at);

/** "March 1, 2026 at 12:00 PM UTC". */
export const formatMoment = (at: Date): string => `${moment.format(at)} UTC`;
