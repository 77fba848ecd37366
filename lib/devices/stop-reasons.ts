/** What ends the registering of an upload between two of its rows. */
export const stopCodes = ['consent_revoked', 'permission_revoked', 'suspended'] as const;
export type StopCode = (typeof stopCodes)[number];

/** Why an upload registers no further devices, as it is kept with the upload: a code of CSV.md and a sentence. */
export interface StopReason {
  failureCode: 'all_or_nothing' | StopCode | 'temporary' | 'unreadable';
  failureMessage: string;
}

const count = (rows: number) => `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;

export const nothingRegistered = (rejected: number): StopReason => ({
  failureCode: 'all_or_nothing',
  failureMessage: `Nothing was registered: ${count(rejected)} cannot be, and this upload registers all of its rows or none.`,
});

/** `row` is the first one that was not registered for it. */
export const stoppedAt = (row: number, code: StopCode): StopReason => ({
  failureCode: code,
  failureMessage: `${stops[code]} while the upload was running. Row ${row.toLocaleString('en-US')} and all after it were not registered.`,
});

const stops: Record<StopCode, string> = {
  consent_revoked: "The customer's consent ended",
  permission_revoked: 'The account or the role of whoever sent the file was taken away',
  suspended: 'Support suspended a partner or an API client that it depends on',
};

export const brokeDown: StopReason = {
  failureCode: 'temporary',
  failureMessage:
    'Registration stopped because of a fault on our side. What was registered so far stays. Upload the same file again to go on: rows that are registered are left as they are.',
};

/** `left` devices of an upload that was being undone. */
export const undoStopped = (left: number, code: 'consent_revoked' | 'suspended'): StopReason => ({
  failureCode: code,
  failureMessage: `${stops[code]} while the upload was being undone. ${left.toLocaleString('en-US')} of its devices stay registered.`,
});

export const unreadable = (sentence: string): StopReason => ({ failureCode: 'unreadable', failureMessage: sentence });
