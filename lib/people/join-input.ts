import { z } from 'zod';
import { setPasswordInput } from '@/lib/auth/password-input';
import { vettedName } from '@/lib/consent/vetted-name';

/** What somebody sets up their account with; the secret of their link comes out of its cookie. */
export const joinInput = z.object({ name: vettedName, password: setPasswordInput.shape.password });
