/** Rows that are read of one list; no partner can send more in a day. */
export const mostRecipients = 500;
