import { AppError } from '@/lib/errors';

/** A request's body as JSON, up to so many bytes. Throws AppError `too_large` or `invalid`. */
export async function readJson(request: Request, longest: number): Promise<unknown> {
  const reader = request.body?.getReader();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) break;
    bytes += value.length;
    if (bytes > longest) throw new AppError('too_large');
    pieces.push(value);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString());
  } catch {
    throw new AppError('invalid');
  }
}
