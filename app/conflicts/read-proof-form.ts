import { readBody } from '@/app/read-body';
import { conflictLimits } from '@/lib/conflicts/limits';
import { AppError } from '@/lib/errors';

/** What a form may have beside its file. */
const aroundFile = 64 * 1024;
const tooLarge = 'The file is larger than 5 MB. Choose a smaller scan or photo.';

/**
 * A form with a proof of purchase, as its fields: text as text, the file as its bytes. Never reads more than a proof may
 * have. Throws AppError `unsupported`, `too_large` or `invalid`.
 */
export async function readProofForm(
  request: Request,
): Promise<{ proof: Uint8Array<ArrayBuffer> } & Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) {
    throw new AppError('unsupported', 'Send the proof of purchase as a form (multipart/form-data).');
  }
  const body = await readBody(request, conflictLimits.proof + aroundFile, tooLarge);
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw new AppError('invalid', 'The form arrived incomplete, so nothing was sent. Try again.');
  });
  const file = form.get('proof');
  const proof = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  return { ...Object.fromEntries(form), proof };
}
