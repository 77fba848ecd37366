import { AppError } from '@/lib/errors';
import { localTargets } from './local-targets';
import { targetFault } from './target';

/** Throws `invalid` with a sentence for the field where events may not be sent to this URL. */
export function requireTarget(url: string): void {
  const fault = targetFault(url, { local: localTargets() });
  if (fault) throw new AppError('invalid', undefined, { url: fault });
}
