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

/** `closed` until it is opened for the first time: most pages come and go without that. */
export type BellState = 'closed' | 'loading' | 'failed' | Told[];

interface BellPanelProps {
  state: BellState;
  unread: number;
  page: string;
  onLeave: () => void;
  onRead: (id: string, andOlder: boolean) => Promise<void>;
}

const words = {
  loading: 'Loading…',
  failed: 'Your notifications could not be loaded. Reload the page to try again.',
  none: 'Nothing yet. What concerns you is told here as it happens.',
};

/** The newest notifications and the way to all of them. */
export function BellPanel({ state, unread, page, onLeave, onRead }: BellPanelProps) {
  if (state === 'closed') return null;
  const latest = Array.isArray(state) ? state : [];
  const newest = latest[0];
  return (
    <>
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
      {!newest && <p className="px-4 py-6 text-muted">{words[Array.isArray(state) ? 'none' : state]}</p>}
      <ul className="divide-y divide-line">
        {latest.map(({ id, sentence, path, read, at, ago, exact }) => (
          <li key={id}>
            <a
              href={path}
              onClick={() => {
                onLeave();
                if (!read) void onRead(id, false);
              }}
              className="grid grid-cols-[0.5rem_1fr] gap-x-3 px-4 py-3 -outline-offset-2 hover:bg-sunken"
            >
              {!read && <span aria-hidden className="mt-1.5 size-2 rounded-full bg-accent" />}
              <span className={`col-start-2 break-words ${read ? '' : 'font-medium'}`}>
                {!read && <span className="sr-only">Unread: </span>}
                {sentence}
              </span>
              <time dateTime={at} title={exact} className="col-start-2 text-sm text-muted">
                {ago}
              </time>
            </a>
          </li>
        ))}
      </ul>
      <div className="border-t border-line p-2">
        <a href={page} onClick={onLeave} className={`w-full ${buttonClass({ variant: 'ghost', size: 'sm' })}`}>
          All notifications and settings
        </a>
      </div>
    </>
  );
}
