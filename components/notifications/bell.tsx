'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { hear, tell } from '@/components/live/heard';
import { Icon } from '@/components/ui/icon';
import { unreadBadge } from '@/lib/notifications/unread';
import { BellPanel, type BellState } from './bell-panel';

interface BellProps {
  unread: number;
  /** Where the newest are asked for. */
  source: string;
  /** The page with all of them and the switches. */
  page: string;
  markRead: (id: string, andOlder: boolean) => Promise<unknown>;
}

const panel = 'notifications';

/** How many notifications are unread; a click shows the newest. Asks the server when it opens and when it hears of new ones. */
export function Bell({ unread: first, source, page, markRead }: BellProps) {
  const [unread, setUnread] = useState(first);
  const [state, setState] = useState<BellState>('closed');
  const [said, say] = useState('');
  const known = useRef(first);
  const asked = useRef(0);

  const load = useCallback(async () => {
    setState((shown) => (shown === 'closed' ? 'loading' : shown));
    const mine = ++asked.current;
    const answer = await fetch(source).catch(() => null);
    const told = answer?.ok ? await answer.json().catch(() => null) : null;
    // Answers may overtake each other; only the one to the last question counts.
    if (mine !== asked.current) return;
    if (!told) return setState('failed');
    const { unread, latest } = told;
    if (unread > known.current) say(`${unreadBadge(unread)} unread ${unread === 1 ? 'notification' : 'notifications'}`);
    known.current = unread;
    setUnread(unread);
    setState(latest);
  }, [source]);
  useEffect(() => hear((topics) => void (topics.includes('notifications') && load())), [load]);

  const leave = () => document.getElementById(panel)?.hidePopover();
  const read = async (id: string, andOlder: boolean) => {
    await markRead(id, andOlder);
    tell(['notifications']);
  };
  return (
    <>
      <button
        type="button"
        popoverTarget={panel}
        aria-label={unread > 0 ? `Notifications, ${unreadBadge(unread)} unread` : 'Notifications'}
        className="relative grid size-9 shrink-0 place-items-center rounded-md hover:bg-sunken"
      >
        <Icon name="bell" className="size-5!" />
        {unread > 0 && (
          <span
            aria-hidden
            className="absolute top-0 right-0 min-w-4 rounded-full bg-accent px-1 text-center text-xs leading-4 font-medium text-on-accent tabular-nums"
          >
            {unreadBadge(unread)}
          </span>
        )}
      </button>
      <div
        id={panel}
        popover="auto"
        role="dialog"
        aria-label="Notifications"
        onToggle={(event) => event.newState === 'open' && load()}
        className={
          'inset-auto top-14 right-3 m-0 max-h-[calc(100dvh-4.5rem)] w-96 max-w-[calc(100vw-1.5rem)] overflow-y-auto ' +
          'rounded-lg border border-line bg-surface text-ink shadow-lg'
        }
      >
        <BellPanel state={state} unread={unread} page={page} onLeave={leave} onRead={read} />
      </div>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
