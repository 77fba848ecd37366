import { headerKey } from './parse-header';

/** What two files have in common whose columns mean the same: their headers, however they are written. */
export function mappingKey(headers: string[]): string {
  const keys = headers.map(headerKey);
  while (keys.at(-1) === '') keys.pop();
  return JSON.stringify(keys);
}
