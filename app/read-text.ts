import { readBody } from './read-body';

/** A request's body as text, up to so many bytes. Throws AppError `too_large`. */
export const readText = async (request: Request, longest: number): Promise<string> =>
  (await readBody(request, longest)).toString();
