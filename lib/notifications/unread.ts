/** Nobody counts further; the bell says "99+". */
export const unreadShown = 99;

/** The count as the bell's badge shows it. */
export const unreadBadge = (unread: number): string => (unread > unreadShown ? `${unreadShown}+` : String(unread));
