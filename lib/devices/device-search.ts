/** Characters that a search over all customers takes at least: one letter could mean a million devices. */
export const shortestSearch = 3;
