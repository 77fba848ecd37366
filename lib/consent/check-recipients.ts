import type { Recipient } from './parse-recipients';
import { addressOf } from './recipient-address';
import { recipientInput } from './send-request-input';

export type RecipientProblems = Partial<Record<keyof Recipient, string>>;

/** Rows are never changed but replaced, so that each is judged once. */
const judged = new WeakMap<Recipient, RecipientProblems>();

function judge(recipient: Recipient): RecipientProblems {
  const known = judged.get(recipient);
  if (known) return known;
  const result = recipientInput.safeParse(recipient);
  const problems: RecipientProblems = {};
  for (const { path, message } of result.error?.issues ?? []) problems[path[0] as keyof Recipient] ??= message;
  judged.set(recipient, problems);
  return problems;
}

/**
 * What stands in the way of each recipient of a list, at its cell; an address that stands there before is named at the later
 * rows, and so is one of `sentTo`, to which a request of this list went. The command checks all else again.
 */
export function checkRecipients(
  recipients: readonly Recipient[],
  ownDomain: string,
  sentTo: ReadonlySet<string> = new Set(),
): RecipientProblems[] {
  const firstRow = new Map<string, number>();
  return recipients.map((recipient, at) => {
    const problems = judge(recipient);
    const address = addressOf(recipient);
    const before = firstRow.get(address);
    if (before === undefined) firstRow.set(address, at + 1);
    if (problems.recipientEmail) return problems;
    if (sentTo.has(address)) return { ...problems, recipientEmail: 'A request of this list was sent to this address.' };
    if (before !== undefined) return { ...problems, recipientEmail: `The same address as in row ${before}.` };
    if (address.endsWith(`@${ownDomain}`))
      return { ...problems, recipientEmail: 'This address belongs to your own organization.' };
    return problems;
  });
}
