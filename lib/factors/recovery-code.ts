import { createHash, randomBytes } from 'node:crypto';

/** Without what is mistaken for something else: I, L, O, U. 32 signs, so each is worth 5 bits. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;
const group = 4;

/** How many a person gets. */
export const recoveryCodeCount = 10;

const newCode = (): string => {
  const text = [...randomBytes(length)].map((byte) => signs[byte % signs.length]).join('');
  return text.match(new RegExp(`.{${group}}`, 'g'))?.join('-') ?? text;
};

/** Ten codes, each 80 random bits in four groups: `7K3M-…`. */
export const newRecoveryCodes = (): string[] => Array.from({ length: recoveryCodeCount }, newCode);

/** A code as it was made, however it was typed; null for what cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  return code.length === length && [...code].every((sign) => signs.includes(sign)) ? code : null;
}

/** What is stored: 80 random bits need no slow hash. */
export const hashRecoveryCode = (userId: string, code: string): string =>
  createHash('sha256')
    .update(`${userId}\n${code.replaceAll('-', '')}`)
    .digest('hex');
