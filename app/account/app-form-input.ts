import { firstCodeInput, presentPassword } from '@/lib/factors/factor-input';

/** What the page that sets up an app sends, beside the offer. */
export const appFormInput = firstCodeInput.extend(presentPassword.shape);
