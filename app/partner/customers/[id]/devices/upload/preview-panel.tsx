'use client';

import { lazy, Suspense, useState } from 'react';
import { useFormats } from '#formats';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Figures } from '@/components/ui/figures';
import { Progress } from '@/components/ui/progress';
import { ReadingFacts } from './reading-facts';
import type { PreviewControls } from './use-preview';

const PreviewList = lazy(() => import('./preview-list'));
const MappingStep = lazy(() => import('./mapping-step').then((file) => ({ default: file.MappingStep })));

interface PreviewPanelProps {
  preview: PreviewControls;
  size: number;
  /** Somebody tried to register before the columns were clear. */
  missed: boolean;
  /** What was typed in is corrected where it was typed. */
  readOnly: boolean;
}

/** What would happen to the file's rows, before it happens. */
export function PreviewPanel({ preview, size, missed, readOnly }: PreviewPanelProps) {
  const [mapping, setMapping] = useState(false);
  const { phase, plan, meaning, counts, rows, columns } = preview.state;
  if (phase === 'none' || phase === 'off' || phase === 'failed') return null;
  if (plan && (phase === 'asking' || mapping)) {
    return (
      <Card>
        <Suspense fallback={null}>
          <MappingStep
            plan={plan}
            current={meaning}
            missed={missed && phase === 'asking'}
            onAnswer={(answer) => {
              setMapping(false);
              preview.answer(answer);
            }}
            onCancel={phase === 'asking' ? undefined : () => setMapping(false)}
          />
        </Suspense>
      </Card>
    );
  }
  return (
    <Card
      title="Preview"
      action={
        plan &&
        !readOnly && (
          <Button variant="secondary" size="sm" onClick={() => setMapping(true)}>
            Change columns
          </Button>
        )
      }
    >
      <div className="grid gap-4">
        <p className="text-muted">Nothing is registered yet.</p>
        {counts && (
          <Figures
            items={[
              { label: 'New', value: counts.good },
              { label: 'Already registered', value: counts.unchanged },
              { label: 'Rejected', value: counts.rejected },
              ...(counts.dropped > 0 ? [{ label: 'Left out', value: counts.dropped }] : []),
            ]}
          />
        )}
        <PreviewProgress preview={preview} size={size} />
        {!readOnly && <ReadingFacts state={preview.state} />}
        {columns && rows.length > 0 && (
          <Suspense fallback={null}>
            {!readOnly && <ListNote state={preview.state} />}
            <PreviewList rows={rows} columns={columns} onEdit={readOnly ? undefined : preview.edit} />
          </Suspense>
        )}
      </div>
    </Card>
  );
}

function PreviewProgress({ preview, size }: { preview: PreviewControls; size: number }) {
  const { number } = useFormats();
  const { phase, bytes, counts, left } = preview.state;
  if (phase === 'planning' || phase === 'reading') {
    return (
      <div className="grid gap-1">
        <Progress label="Reading the file" value={bytes} max={size} />
        <p role="status" className="text-sm text-muted tabular-nums">
          Reading the file: {number(counts?.total ?? 0)} rows
        </p>
      </div>
    );
  }
  if (phase === 'checking' && left > 0 && counts) {
    return (
      <div className="grid gap-1">
        <Progress label="Checking what is registered already" value={counts.total - left} max={counts.total} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <p role="status" className="text-sm text-muted tabular-nums">
            Checking what is registered already: {number(left)} to go
          </p>
          <Button variant="secondary" size="sm" onClick={preview.skipCheck}>
            Skip
          </Button>
        </div>
      </div>
    );
  }
  if (phase === 'done' && counts && counts.unchecked > 0) {
    return (
      <Alert tone="info">
        Whether {number(counts.unchecked)} of these devices are registered already was not checked. That is decided
        while they are registered.
      </Alert>
    );
  }
  return null;
}

function ListNote({ state: { counts, rows } }: { state: PreviewControls['state'] }) {
  const { number } = useFormats();
  const faulty = rows.filter(({ status }) => status === 'rejected').length;
  if (!counts) return null;
  return (
    <p className="text-sm text-muted">
      {counts.rejected > faulty
        ? `The first ${number(faulty)} of ${number(counts.rejected)} rows with faults, then a few of the others.`
        : counts.rejected > 0
          ? 'Rows with faults come first, then a few of the others. Correct a cell here, or leave a row out.'
          : 'The first rows. Correct a cell here, or leave a row out.'}
    </p>
  );
}
