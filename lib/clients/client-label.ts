/** What an API client is called wherever the name of who did something stands. */
export const clientLabel = (name: string): string => `API client ${name}`;
