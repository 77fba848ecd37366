import { z } from 'zod';
import { currentActor } from '@/lib/auth/session';
import { getReceiptRecord } from '@/lib/consent/receipt-queries';
import { AppError } from '@/lib/errors';
import { answer } from './answer';

type Context = { params: Promise<{ id: string }> };

/** The text of a receipt to the byte, for whoever takes its hash themselves. */
export const receiptRecord =
  (side: 'customer' | 'partner') =>
  (_request: Request, { params }: Context): Promise<Response> =>
    answer(async () => {
      const { success, data: id } = z.uuid().safeParse((await params).id);
      if (!success) throw new AppError('not_found');
      return new Response(await getReceiptRecord(await currentActor(), { id, side }), {
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Disposition': `attachment; filename="countersign-receipt.json"`,
          'Cache-Control': 'private, no-store',
        },
      });
    });
