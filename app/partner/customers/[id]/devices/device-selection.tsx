'use client';

import { type ChangeEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { chosenAtMost } from '@/lib/devices/choice-input';
import { deregister, move, tag } from './actions';
import { ChangeDialog } from './change-dialog';
import { ListDialog } from './list-dialog';

interface DeviceSelectionProps {
  customerId: string;
  customerName: string;
  /** The table, whose boxes carry the ids of the devices as their values. */
  children: ReactNode;
}

const number = new Intl.NumberFormat('en');
const devices = (count: number) => `${number.format(count)} ${count === 1 ? 'device' : 'devices'}`;

/** What is chosen in the table, on this page and others, and what can be done with it. Kept for as long as the tab lives. */
export function DeviceSelection({ customerId, customerName, children }: DeviceSelectionProps) {
  const kept = `devices:${customerId}`;
  const table = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [gone, setGone] = useState<readonly string[]>([]);
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
  const run = async () => {
    const ids = [...chosen];
    const result = await deregister(customerId, ids);
    if (result.ok || result.reason === 'already_gone') setGone(ids);
    return result;
  };
  const over = gone.length > 0;
  return (
    <div ref={table} onChange={changed}>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <p role="status" className="mr-2 tabular-nums">
          {devices(chosen.size)} chosen
          {said && <span className="ml-2 text-success">{said}</span>}
        </p>
        <Button variant="secondary" size="sm" onClick={() => choose([...chosen, ...boxes().map(({ value }) => value)])}>
          Choose this page
        </Button>
        <ListDialog customerId={customerId} onFound={(ids) => choose([...chosen, ...ids])} />
        {chosen.size > 0 && (
          <>
            <Button variant="secondary" size="sm" onClick={() => choose([])}>
              Choose none
            </Button>
            <ChangeDialog
              label="Change group tag"
              title={`Change the group tag of ${devices(chosen.size)}`}
              field="Group tag"
              hint="Replaces the one each of them has. Leave it empty to take it away."
              maxLength={512}
              run={(value) => tag(customerId, [...chosen], value)}
              onDone={(changed) => say(`Group tag of ${devices(changed)} changed.`)}
            />
            <ChangeDialog
              label="Move to batch"
              title={`Move ${devices(chosen.size)} to another batch`}
              field="Batch name"
              hint="A name you used before adds to that batch."
              maxLength={100}
              run={(value) => move(customerId, [...chosen], value)}
              onDone={(changed) => say(`${devices(changed)} moved.`)}
            />
            <ConfirmedAction
              label="Deregister devices"
              question={`Deregister ${devices(over ? gone.length : chosen.size)} of ${customerName}?`}
              consequences={[
                'They are no longer registered for Windows Autopilot, and leave this list.',
                'What uploads did stays readable. The devices can be registered again.',
              ]}
              done={`${devices(gone.length)} deregistered.`}
              run={run}
              already="already_gone"
              onLeave={() => {
                if (over) choose([]);
                setGone([]);
              }}
            />
          </>
        )}
      </div>
      {children}
    </div>
  );
}
