/** Requests that one call sends: few enough for a bar that moves. */
export const atOnce = 10;
