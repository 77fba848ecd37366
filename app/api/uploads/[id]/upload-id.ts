import { z } from 'zod';
import { AppError } from '@/lib/errors';

/** The id in the address; one that is no id is nothing that can be found. */
export async function uploadId(params: Promise<{ id: string }>): Promise<{ id: string }> {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) throw new AppError('not_found');
  return { id: id.data };
}
