/** Set by a page while it refreshes itself. All it can do is shorten the session of whoever sets it. */
export const refreshCookie = 'countersign-refresh';
