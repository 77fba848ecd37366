'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Milliseconds between two looks. */
const pause = 1000;

/** Brings the page up to date again and again for as long as it stands on it. */
export function RefreshSoon() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), pause);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
