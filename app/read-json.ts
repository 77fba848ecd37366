import { AppError } from '@/lib/errors';
import { readText } from './read-text';

/** A request's body as JSON, up to so many bytes. Throws AppError `too_large` or `invalid`. */
export async function readJson(request: Request, longest: number): Promise<unknown> {
  const text = await readText(request, longest);
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('invalid');
  }
}
