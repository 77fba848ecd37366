'use client';

import { type ChangeEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useFormats } from '#formats';
import { Button } from '@/components/ui/button';
import { chosenAtMost } from '@/lib/devices/choice-input';

export interface Chosen {
  ids: string[];
  choose: (ids: Iterable<string>) => void;
  /** Says beside the count what was done. */
  say: (what: string) => void;
}

interface DeviceChoiceProps {
  /** Names the choice, which is kept for as long as the tab lives. */
  kept: string;
  /** Another way to choose. */
  more?: (chosen: Chosen) => ReactNode;
  /** What can be done with what is chosen. */
  actions: (chosen: Chosen) => ReactNode;
  /** The table, whose boxes carry the ids of the devices as their values. */
  children: ReactNode;
}

/** "12,345 devices", as the reader writes numbers. */
export function useCountOf() {
  const { number } = useFormats();
  return (devices: number) => `${number(devices)} ${devices === 1 ? 'device' : 'devices'}`;
}

/** What is chosen in a table of devices, on this page of it and others. */
export function DeviceChoice({ kept, more, actions, children }: DeviceChoiceProps) {
  const countOf = useCountOf();
  const table = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [said, say] = useState('');
  const boxes = () => [...(table.current?.querySelectorAll<HTMLInputElement>('input[name="device"]') ?? [])];

  const choose = (ids: Iterable<string>) => {
    const all = [...new Set(ids)].slice(0, chosenAtMost);
    sessionStorage.setItem(kept, JSON.stringify(all));
    setChosen(new Set(all));
    say('');
  };
  useEffect(() => setChosen(new Set(JSON.parse(sessionStorage.getItem(kept) ?? '[]'))), [kept]);
  // The boxes come with the table, page by page; what is chosen is known here.
  useEffect(() => {
    for (const box of boxes()) box.checked = chosen.has(box.value);
  });

  const changed = ({ target }: ChangeEvent<HTMLDivElement>) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'device') return;
    choose(target.checked ? [...chosen, target.value] : [...chosen].filter((id) => id !== target.value));
  };
  const given = { ids: [...chosen], choose, say };
  return (
    <div ref={table} onChange={changed}>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <p role="status" className="mr-2 tabular-nums">
          {countOf(chosen.size)} chosen
          {said && <span className="ml-2 text-success">{said}</span>}
        </p>
        <Button variant="secondary" size="sm" onClick={() => choose([...chosen, ...boxes().map(({ value }) => value)])}>
          Choose this page
        </Button>
        {more?.(given)}
        {chosen.size > 0 && (
          <>
            <Button variant="secondary" size="sm" onClick={() => choose([])}>
              Choose none
            </Button>
            {actions(given)}
          </>
        )}
      </div>
      {children}
    </div>
  );
}
