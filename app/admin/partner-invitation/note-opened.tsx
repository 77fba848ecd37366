'use client';

import { useEffect, useRef } from 'react';
import { noteOpened } from './actions';

/** Tells once that the request is before a person: a POST, which mail scanners do not send. */
export function NoteOpened({ requestId }: { requestId: string }) {
  const noted = useRef(false);
  useEffect(() => {
    if (noted.current) return;
    noted.current = true;
    void noteOpened(requestId);
  }, [requestId]);
  return null;
}
