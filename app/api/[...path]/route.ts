import { answer } from '@/app/answer';
import { AppError } from '@/lib/errors';

const nothing = () =>
  answer(async () => {
    throw new AppError('not_found');
  });

/** Programs that ask for what does not exist get JSON, not a page. */
export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
