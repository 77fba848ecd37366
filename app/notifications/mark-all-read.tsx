'use client';

import { useTransition } from 'react';
import { tell } from '@/components/live/heard';
import { Button } from '@/components/ui/button';
import { markNotificationRead } from './actions';

/** Marks what the page shows and everything before it; what came since stays unread. */
export function MarkAllRead({ newest }: { newest: string }) {
  const [pending, start] = useTransition();
  const mark = () =>
    start(async () => {
      await markNotificationRead(newest, true);
      tell(['notifications']);
    });
  return (
    <Button variant="secondary" pending={pending} onClick={mark}>
      Mark all as read
    </Button>
  );
}
