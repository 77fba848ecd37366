import { AppError } from '@/lib/errors';

/** A request's body as text, up to so many bytes. Throws AppError `too_large`. */
export async function readText(request: Request, longest: number): Promise<string> {
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
  return Buffer.concat(pieces).toString();
}
