let listed: Promise<Set<string>> | undefined;

/**
 * Passwords that leaks hold most often, lower case: 49,233 from the lists that come with `@zxcvbn-ts/language-common`
 * (decision 0029). Read when somebody first sets a password.
 */
export const commonPasswords = (): Promise<Set<string>> => {
  listed ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map((word) => String(word).toLowerCase())),
  );
  return listed;
};
