import { useEffect, useReducer, useRef } from 'react';
import type { Meaning } from '@/lib/devices/column-mapping';
import type { PreviewRow } from '@/lib/devices/preview-rows';
import { paths } from '@/lib/paths';
import { PressHold } from './press-hold';
import { nextState, nothingChosen, type PreviewState } from './preview-state';
import type { FromWorker, RememberedMapping, ToWorker } from './preview-worker';

export interface PreviewControls {
  state: PreviewState;
  answer: (meaning: Meaning) => void;
  edit: (row: PreviewRow, change: { cells: string[] } | { dropped: boolean }) => void;
  skipCheck: () => void;
  /** What to send: the chosen file, or the one with what was changed; the same until something is changed again. */
  finish: () => Promise<File>;
}

/** Reads the file in a worker of its own, from the moment it is chosen until another one is. */
export function usePreview(file: File | null, customerId: string, remembered: RememberedMapping[]): PreviewControls {
  const [state, step] = useReducer(nextState, nothingChosen);
  const worker = useRef<Worker | null>(null);
  const finished = useRef<Promise<File> | null>(null);
  const known = useRef(remembered);
  const send = (message: ToWorker) => worker.current?.postMessage(message);

  useEffect(() => {
    finished.current = null;
    step({ type: 'chosen', file: file !== null });
    if (!file) return;
    const started = startWorker();
    if (!started) return step({ type: 'off' });
    worker.current = started;
    const hold = new PressHold();
    const stopHolding = hold.listen(document);
    started.onmessage = ({ data }: MessageEvent<FromWorker>) => hold.run(() => step(data));
    started.onerror = () => step({ type: 'off' });
    const checkUrl = new URL(paths.checkDevicesApi(customerId), window.location.href).href;
    started.postMessage({ type: 'open', file, checkUrl, remembered: known.current } satisfies ToWorker);
    return () => {
      worker.current = null;
      started.terminate();
      stopHolding();
    };
  }, [file, customerId]);

  return {
    state,
    answer(meaning) {
      step({ type: 'answered', meaning });
      send({ type: 'read', meaning });
    },
    edit(row, change) {
      finished.current = null;
      step({ type: 'edited' });
      send({ type: 'edit', row, change });
    },
    skipCheck: () => send({ type: 'skip' }),
    finish() {
      const busy = worker.current;
      if (!file) throw new Error('there is no file to finish');
      if (!busy || !state.edited) return Promise.resolve(file);
      finished.current ??= new Promise((resolve) => {
        busy.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
          if (data.type === 'finished') resolve(data.file);
        });
        send({ type: 'finish' });
      });
      return finished.current;
    },
  };
}

/** Null where a browser or a policy of its owner does not allow workers. */
function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
