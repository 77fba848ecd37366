/** What came of signing in with Microsoft, by the code in the address; nothing here says more than the person may know. */
const sentences = {
  domain_taken:
    'Your organization has a place here already, and is not connected to its directory yet. Its global administrator connects it first; until then, sign in with the account you have here.',
  not_own_domain:
    'Your account is a guest of that directory, and its organization has no place here yet. Sign in with the account of your own organization.',
  switched_off: 'This account cannot sign in here. Ask an administrator of your organization.',
  no_role:
    'Your organization has not given you a role here yet. Ask its administrator to give you one on the People page, then sign in again.',
  personal_account:
    'This is a personal Microsoft account. Sign in with the account of your organization, at work or school.',
  replayed: 'This sign-in was used before. Sign in once more.',
  connecting_lost:
    'Your session ended while you were at Microsoft, so nothing was connected. Sign in as before, then begin again.',
  AccessDenied: 'Microsoft says that you may not sign in here, or you stopped there. Nothing was changed.',
  OAuthCallback:
    'Signing in with Microsoft did not work. Try again; if it happens once more, tell whoever runs this portal.',
  misconfigured:
    'This portal is not set up properly for signing in with Microsoft. Whoever runs it finds the reason in its log.',
  unavailable: 'Signing in did not work: something broke on our side. Try again in a moment.',
} as const;

export type DirectoryRefusal = keyof typeof sentences;

/** Codes of next-auth and ours that are told by the same sentence as another one. */
const same: Record<string, DirectoryRefusal> = {
  OAuthSignin: 'misconfigured',
  Configuration: 'misconfigured',
  foreign_issuer: 'switched_off',
  incomplete: 'misconfigured',
};

/** A sentence for any code, also for one that somebody made up. */
export function directoryRefusal(code: string): string {
  if (Object.hasOwn(sentences, code)) return sentences[code as DirectoryRefusal];
  return sentences[(Object.hasOwn(same, code) && same[code]) || 'OAuthCallback'];
}

/** Why an organization could not be connected. */
const problems: Record<string, string> = {
  not_administrator:
    'You are not a Global Administrator of that directory. Sign in at Microsoft as somebody who is, and begin again.',
  directory_taken:
    'Another organization here is connected to that directory, or came into being when somebody of it signed in. Ask Countersign support.',
  already_connected: 'Your organization is connected already.',
  denied: 'Your role does not allow this any more.',
};

export const connectingProblem = (code: string): string =>
  Object.hasOwn(problems, code) ? (problems[code] ?? '') : directoryRefusal(code);
