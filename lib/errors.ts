/** Every failure a person or program is told about, named once. Expected outcomes of a command are values, not errors. */
const failures = {
  signed_out: { status: 401, sentence: 'Your session has ended. Sign in again.' },
  denied: { status: 403, sentence: 'Your role does not allow this. Ask an administrator of your organization.' },
  sign_in_again: {
    status: 403,
    sentence:
      'You signed in more than 15 minutes ago. For this, sign in again: “Your account” has the button. Nothing was changed.',
  },
  suspended: {
    status: 403,
    sentence: 'Support has suspended your organization. Nothing can be changed until it is reinstated.',
  },
  viewing: {
    status: 403,
    sentence: 'You only see what this organization sees: nothing can be changed. End it first.',
  },
  foreign_origin: {
    status: 403,
    sentence: 'This request did not come from this portal. Reload the page and try again.',
  },
  not_found: { status: 404, sentence: 'There is nothing here that you can see.' },
  invalid: { status: 400, sentence: 'Something in the form needs your attention.' },
  conflict: { status: 409, sentence: 'This was already used for something else.' },
  too_large: { status: 413, sentence: 'This is larger than the limit.' },
  unsupported: { status: 415, sentence: 'This kind of content is not accepted here.' },
  unreadable: { status: 422, sentence: 'This file cannot be read as a device list.' },
  rate_limited: { status: 429, sentence: 'This client has used up its calls. Wait, then go on.' },
  too_many: { status: 429, sentence: 'Too many of these are open at once. Close some and try again.' },
  not_set_up: {
    status: 503,
    sentence: 'This portal is not set up yet. Whoever runs it finds the link to do so where it was started.',
  },
  storage_full: { status: 507, sentence: 'Storage is full. Nothing was changed. Try again later.' },
  failed: { status: 500, sentence: 'Something broke on our side. Nothing was changed. Try again in a moment.' },
} as const;

export type ErrorCode = keyof typeof failures;

export class AppError extends Error {
  readonly code: ErrorCode;
  /** What is wrong with which field, in words for the person who typed it. */
  readonly fields: Record<string, string>;

  constructor(code: ErrorCode, sentence: string = failures[code].sentence, fields: Record<string, string> = {}) {
    super(sentence);
    this.name = 'AppError';
    this.code = code;
    this.fields = fields;
  }

  get status(): number {
    return failures[this.code].status;
  }
}
