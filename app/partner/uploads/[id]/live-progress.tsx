'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useFormats } from '#formats';
import { Card } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import { hasEnded, type UploadState } from '@/lib/devices/upload-state';
import { paths } from '@/lib/paths';
import { describeSpeed, type Sample } from './describe-speed';

interface LiveProgressProps {
  id: string;
  total: number;
  done: number;
  state: UploadState;
}

/** Milliseconds between two looks. */
const pause = 800;
/** How far an upload has come, asked for again and again; the page shows the results as soon as it has ended. */
export function LiveProgress({ id, total, done, state }: LiveProgressProps) {
  const formats = useFormats();
  const { number } = formats;
  const router = useRouter();
  const [now, setNow] = useState({ state, done, total });
  const [samples, setSamples] = useState<Sample[]>([]);
  const [lost, setLost] = useState(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const answer = await fetch(paths.uploadApi(id), { cache: 'no-store' }).catch(() => null);
      setLost(!answer?.ok);
      if (answer?.ok) {
        const upload = await answer.json();
        const done = upload.registered + upload.unchanged + upload.rejected;
        setNow({ state: upload.state, done, total: upload.total });
        setSamples((earlier) => [...earlier.slice(-9), { at: performance.now(), done }]);
        // A dialog stands in the page that would be replaced, and would go with it.
        const asking = document.querySelector('dialog[open]') !== null;
        if (hasEnded(upload.state) && !asking) return router.refresh();
      }
      timer = setTimeout(look, pause);
    };
    timer = setTimeout(look, pause);
    return () => clearTimeout(timer);
  }, [id, router]);

  const moving = now.state === 'running' && now.done > 0;
  const quarter = Math.floor((4 * now.done) / Math.max(1, now.total)) * 25;
  return (
    <Card
      title={
        now.state === 'running'
          ? 'Registering devices'
          : now.state === 'checking'
            ? 'Checking the rows'
            : 'Waiting to start'
      }
    >
      <div className="grid gap-2">
        <Progress label="Rows done" value={moving ? now.done : undefined} max={now.total} />
        <p className="flex flex-wrap justify-between gap-x-6 tabular-nums">
          <span>
            {number(now.done)} of {number(now.total)} rows
          </span>
          <span className="text-muted">{moving ? describeSpeed(samples, now.total, formats) : ''}</span>
        </p>
        <p className="text-sm text-muted">
          {lost
            ? 'The connection is lost. Registration goes on; trying again…'
            : 'You can leave this page. Registration goes on, and the result is kept here.'}
        </p>
        <p role="status" className="sr-only">
          {moving ? `${quarter} percent of the rows are done` : ''}
        </p>
      </div>
    </Card>
  );
}
