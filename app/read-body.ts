import { AppError } from '@/lib/errors';

/** A request's body, up to so many bytes, whatever it announced. Throws AppError `too_large`, with this sentence if given. */
export async function readBody(request: Request, longest: number, tooLarge?: string): Promise<Buffer<ArrayBuffer>> {
  const reader = request.body?.getReader();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) break;
    bytes += value.length;
    if (bytes > longest) throw new AppError('too_large', tooLarge);
    pieces.push(value);
  }
  return Buffer.concat(pieces);
}
