'use client';

import { useRouter } from 'next/navigation';
import { type Dispatch, useState } from 'react';
import { limitReached } from '@/lib/consent/daily-limit';
import type { ExpiryDays } from '@/lib/consent/expiry-choices';
import { problemsOf } from '../problems-of';
import { sendSeveral } from './actions';
import { atOnce } from './at-once';
import type { RecipientRow, RowsChange } from './recipient-rows';

export interface Terms {
  dap: boolean;
  expiresInDays: ExpiryDays;
  providerId: string | undefined;
}

/** How far a round of sending has come, and what stopped it. */
export interface Round {
  state: 'sending' | 'over';
  total: number;
  done: number;
  sent: number;
  stopped?: string;
}

type Answers = Awaited<ReturnType<typeof sendSeveral>>;
/** What stands in the way of every row, not of one. */
const stopsAll = (answer: Answers[number]): string | undefined => {
  if (answer.ok || answer.reason === 'already_sent') return undefined;
  if (answer.reason === 'daily_limit') return limitReached(answer);
  if (answer.reason === 'error' && !['invalid', 'conflict'].includes(answer.code)) return answer.message;
  return undefined;
};

const lost =
  'The connection was lost. What is known to be sent has left the list; send the rest again, and nobody gets a request twice.';

function refusal(answer: Extract<Answers[number], { ok: false }>): RecipientRow['refused'] {
  if (answer.reason === 'error' && answer.code === 'conflict')
    return { root: 'It was sent before you changed it. Look it up under Requests and drop this row.' };
  const { providerId, ...problems } = problemsOf(answer);
  return providerId ? { root: providerId } : problems;
}

/** Sends rows a few at a time. What was sent leaves the list; what was not stays there and says why. */
export function useSending(change: Dispatch<RowsChange>) {
  const router = useRouter();
  const [round, setRound] = useState<Round>();

  const send = async (rows: RecipientRow[], terms: Terms) => {
    if (round?.state === 'sending') return;
    let now: Round = { state: 'sending', total: rows.length, done: 0, sent: 0 };
    setRound(now);
    for (let at = 0; at < rows.length && !now.stopped; at += atOnce) {
      const some = rows.slice(at, at + atOnce);
      const inputs = some.map(({ id, recipientName, recipientEmail, organization }) => ({
        ...{ requestId: id, recipientName, recipientEmail, organization },
        ...{ ...terms, delivery: 'mail' as const },
      }));
      const answers = await sendSeveral(inputs).catch(() => null);
      const sent: string[] = [];
      const refused = new Map<string, RecipientRow['refused']>();
      for (const [position, answer] of (answers ?? []).entries()) {
        const { id } = some[position] ?? { id: '' };
        if (answer.ok || answer.reason === 'already_sent') sent.push(id);
        else if (!stopsAll(answer)) refused.set(id, refusal(answer));
      }
      change({ type: 'answered', sent, refused });
      const stopped = answers ? answers.map(stopsAll).find(Boolean) : lost;
      now = { ...now, done: now.done + some.length, sent: now.sent + sent.length, stopped };
      setRound(now);
    }
    setRound({ ...now, state: 'over' });
    // The button that held the focus may be gone with the rows.
    document.getElementById('main')?.focus();
    // How many are left today has changed.
    router.refresh();
  };
  return { round, send };
}
