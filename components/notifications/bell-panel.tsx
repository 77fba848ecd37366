'use client';

import Link from 'next/link';
import { Button, buttonClass } from '@/components/ui/button';

interface Told {
  id: string;
  sentence: string;
  path: string;
  read: boolean;
  at: string;
  ago: string;
  exact: string;
}

export type BellState = 'loading' | 'failed' | Told[];

interface BellPanelProps {
  id: string;
  state: BellState;
  unread: number;
  page: string;
  onOpen: () => void;
  onRead: (id: string, andOlder: boolean) => Promise<void>;
}

/** The newest notifications, over the page; Escape or a click beside it closes it. */
export function BellPanel({ id, state, unread, page, onOpen, onRead }: BellPanelProps) {
  const close = () => document.getElementById(id)?.hidePopover();
  const newest = Array.isArray(state) ? state[0] : undefined;
  return (
    <div
      id={id}
      popover="auto"
      role="dialog"
      aria-label="Notifications"
      onToggle={(event) => event.newState === 'open' && onOpen()}
      className={
        'inset-auto top-14 right-3 m-0 max-h-[calc(100dvh-4.5rem)] w-96 max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-lg ' +
        'border border-line bg-surface text-ink shadow-lg'
      }
    >
      <div className="flex min-h-12 items-center justify-between gap-3 border-b border-line px-4">
        <p className="font-semibold">Notifications</p>
        {newest && (
          // Stays when nothing is left to mark, and keeps the focus.
          <Button
            variant="ghost"
            size="sm"
            aria-disabled={unread === 0}
            onClick={() => unread > 0 && void onRead(newest.id, true)}
          >
            Mark all as read
          </Button>
        )}
      </div>
      {state === 'loading' && <p className="px-4 py-6 text-muted">Loading…</p>}
      {state === 'failed' && (
        <p className="px-4 py-6 text-muted">Your notifications could not be loaded. Reload the page to try again.</p>
      )}
      {Array.isArray(state) && state.length === 0 && (
        <p className="px-4 py-6 text-muted">Nothing yet. What concerns you is told here as it happens.</p>
      )}
      {Array.isArray(state) && state.length > 0 && (
        <ul className="divide-y divide-line">
          {state.map((told) => (
            <li key={told.id}>
              <Link
                href={told.path}
                prefetch={false}
                onNavigate={() => {
                  close();
                  if (!told.read) void onRead(told.id, false);
                }}
                className="grid grid-cols-[0.5rem_1fr] gap-x-3 px-4 py-3 -outline-offset-2 hover:bg-sunken"
              >
                {!told.read && <span aria-hidden className="mt-1.5 size-2 rounded-full bg-accent" />}
                <span className={`col-start-2 ${told.read ? '' : 'font-medium'}`}>
                  {!told.read && <span className="sr-only">Unread: </span>}
                  {told.sentence}
                </span>
                <time dateTime={told.at} title={told.exact} className="col-start-2 text-sm text-muted">
                  {told.ago}
                </time>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className="border-t border-line p-2">
        <Link
          href={page}
          prefetch={false}
          onNavigate={close}
          className={`w-full ${buttonClass({ variant: 'ghost', size: 'sm' })}`}
        >
          All notifications and settings
        </Link>
      </div>
    </div>
  );
}
