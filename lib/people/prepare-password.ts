import { commonPasswords } from '@/lib/auth/common-passwords';
import { judgePassword, type PasswordOwner } from '@/lib/auth/judge-password';
import { hashPassword } from '@/lib/auth/password';

/** A password's hash, or the sentence that says why it will not do. Slow: belongs before the transaction. */
export async function preparePassword(
  password: string,
  owner: PasswordOwner,
): Promise<{ hash: string } | { weak: string }> {
  const weak = judgePassword(password, owner, await commonPasswords());
  return weak ? { weak } : { hash: await hashPassword(password) };
}
