'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { refreshCookie } from '@/lib/auth/refresh-cookie';
import { connectLive, type LiveSource } from './connect-live';
import { hear, tell } from './heard';

/** Milliseconds from one refresh to the next; an import changes things many times a second. */
const spacing = 1000;
/** What changes together is told together. */
const gathering = 100;

/** The name of what this page shows of these topics; empty when it shows nothing of them. */
function shown(topics: string[]): string {
  for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-live]')) {
    if (topics.some((topic) => dataset.live?.split(' ').includes(topic))) return dataset.liveName ?? '';
  }
  return '';
}

/**
 * Nobody used the session: it must not live longer for this. The mark goes with the refresh, or by itself. In a browser that
 * cannot set it, a refresh counts as use.
 */
async function markRefresh(): Promise<void> {
  const mark = { name: refreshCookie, value: '1', expires: Date.now() + 5000, sameSite: 'strict' } as const;
  await window.cookieStore?.set(mark).catch(() => undefined);
}

/**
 * Brings the open page up to date when something on it changed elsewhere: the server renders it anew for this person, and
 * focus, scroll position and what was typed stay.
 */
export function LiveRefresh({ stream, missed }: LiveSource) {
  const router = useRouter();
  const [refreshing, start] = useTransition();
  const [said, say] = useState('');
  const next = useRef({ name: '', busy: '', at: 0, timer: 0 });

  useEffect(() => {
    const state = next.current;
    const refresh = async () => {
      // A dialog stands in a row of the page behind it, and would go with it.
      const wait = state.busy !== '' || document.querySelector('dialog[open]') !== null;
      state.timer = wait ? window.setTimeout(refresh, gathering) : 0;
      if (wait) return;
      state.busy = state.name;
      state.at = Date.now() + spacing;
      say('');
      await markRefresh();
      start(() => router.refresh());
    };
    const stopHearing = hear((topics) => {
      const name = shown(topics);
      if (!name) return;
      state.name = name;
      state.timer ||= window.setTimeout(refresh, Math.max(gathering, state.at - Date.now()));
    });
    const disconnect = connectLive({ stream, missed }, tell);
    return () => {
      clearTimeout(state.timer);
      state.timer = 0;
      stopHearing();
      disconnect();
    };
  }, [router, stream, missed]);

  useEffect(() => {
    const { busy } = next.current;
    if (refreshing || !busy) return;
    void window.cookieStore?.delete(refreshCookie);
    say(`${busy} updated`);
    next.current.busy = '';
  }, [refreshing]);

  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
