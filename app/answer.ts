import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';

/** Runs a route handler's work; what it refuses becomes `{"error":{"code","message","fields"}}` with the right status. */
export async function answer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError('failed');
    if (known !== error) log.error({ error }, 'request failed');
    return Response.json(
      { error: { code: known.code, message: known.message, fields: known.fields } },
      { status: known.status, headers: { 'Cache-Control': 'no-store' } },
    );
  }
}
