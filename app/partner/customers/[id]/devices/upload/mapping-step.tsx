'use client';

import { useId, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { deviceFields, type Mapping, type Meaning, mappingProblem } from '@/lib/devices/column-mapping';
import type { ColumnPlan } from '@/lib/devices/plan-columns';
import { fieldWords } from './field-words';

const reasons = {
  unknown_header:
    'The names of these columns are not known here. Say what they mean; the next file with the same names is then understood.',
  no_header: 'It looks as if this file has no header: its first line describes a device. Check what its columns mean.',
};

interface MappingStepProps {
  plan: ColumnPlan;
  /** What holds now; null while nobody said it. */
  current: Meaning | null;
  /** Somebody tried to go on without an answer. */
  missed: boolean;
  onAnswer: (meaning: Meaning) => void;
  onCancel?: () => void;
}

/** What each column means, with samples of what is in it and the best guess chosen. */
export function MappingStep({ plan, current, missed, onAnswer, onCancel }: MappingStepProps) {
  const id = useId();
  const { why, first, rows, guess } = plan.question;
  const [header, setHeader] = useState(current?.header ?? plan.meaning.header);
  const [chosen, setChosen] = useState<Record<Meaning['header'], Mapping>>(
    current?.mapping ? { ...guess, [current.header]: current.mapping } : guess,
  );
  const width = Math.max(first.length, ...rows.map((cells) => cells.length));
  const mapping = Array.from({ length: width }, (_, at) => chosen[header][at] ?? null);
  const shown = header === 'first' ? rows : [first, ...rows];
  const problem = mappingProblem(mapping);
  const choose = (at: number, value: string) => {
    const field = deviceFields.find((known) => known === value) ?? null;
    // One column has a meaning at a time: it leaves the column it was at.
    const next = mapping.map((known, position) => (position === at ? field : known === field ? null : known));
    setChosen({ ...chosen, [header]: next });
  };
  return (
    <section aria-labelledby={`${id}-title`} className="grid gap-4">
      <h2 id={`${id}-title`} className="text-lg">
        What the columns mean
      </h2>
      {why && <p>{reasons[why]}</p>}
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
        <legend className="mb-1 font-medium">The first line of the file holds</legend>
        {(['first', 'none'] as const).map((value) => (
          <label key={value} className="flex min-h-6 cursor-pointer items-center gap-2">
            <input
              type="radio"
              name={`${id}-header`}
              className="size-5 cursor-pointer"
              checked={header === value}
              onChange={() => setHeader(value)}
            />
            {value === 'first' ? 'The names of the columns' : 'A device'}
          </label>
        ))}
      </fieldset>
      <ul className="grid gap-px overflow-hidden rounded-lg border border-line bg-line">
        {mapping
          .map((field, at) => ({ field, at }))
          .map(({ field, at }) => {
            const name = (header === 'first' && first[at]?.trim()) || `Column ${at + 1}`;
            const samples = shown.map((cells) => cells[at]?.trim() ?? '').filter(Boolean);
            return (
              <li key={at} className="grid items-center gap-x-4 gap-y-1 bg-surface p-3 sm:grid-cols-[1fr_2fr_12rem]">
                <label htmlFor={`${id}-${at}`} className="font-medium break-words">
                  {name}
                </label>
                <p className="truncate text-sm text-muted" id={`${id}-${at}-samples`}>
                  {samples.length > 0 ? samples.slice(0, 3).join(' · ') : 'Nothing in the first rows'}
                </p>
                <Select
                  id={`${id}-${at}`}
                  aria-describedby={`${id}-${at}-samples`}
                  value={field ?? ''}
                  onChange={(event) => choose(at, event.target.value)}
                >
                  <option value="">Not read</option>
                  {deviceFields.map((each) => (
                    <option key={each} value={each}>
                      {fieldWords[each]}
                    </option>
                  ))}
                </Select>
              </li>
            );
          })}
      </ul>
      {problem ? (
        <Alert tone="warning">{problem}</Alert>
      ) : (
        missed && <Alert tone="warning">Confirm what the columns mean, then register the devices.</Alert>
      )}
      <div className="flex flex-wrap gap-3">
        <Button disabled={problem !== null} onClick={() => onAnswer({ mapping, header })}>
          Use these columns
        </Button>
        {onCancel && (
          <Button variant="secondary" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </section>
  );
}
