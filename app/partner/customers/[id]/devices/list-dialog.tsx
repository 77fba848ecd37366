'use client';

import { useRef, useState } from 'react';
import { useFormats } from '#formats';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, TextArea } from '@/components/ui/field';
import { chosenAtMost } from '@/lib/devices/choice-input';
import { match } from './actions';

interface ListDialogProps {
  customerId: string;
  onFound: (deviceIds: string[]) => void;
}

const shownMissing = 10;

/** One in each line, or between commas, semicolons or tabs, as they come out of a spreadsheet. */
const listed = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,;\t]/)
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];

/** Chooses devices by a pasted list of serial numbers or product keys, and says which of them it does not know. */
export function ListDialog({ customerId, onFound }: ListDialogProps) {
  const { number } = useFormats();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [told, setTold] = useState<{ found: number; missing: string[] }>();
  const [busy, setBusy] = useState(false);

  const find = async () => {
    const identifiers = listed(text);
    setTold(undefined);
    if (identifiers.length === 0) return setError('Paste serial numbers or product keys, one in each line.');
    if (identifiers.length > chosenAtMost)
      return setError(
        `The list has ${number(identifiers.length)} entries; at most ${number(chosenAtMost)} fit at once.`,
      );
    setError(undefined);
    setBusy(true);
    const result = await match(customerId, identifiers);
    setBusy(false);
    if (!result.ok) return setError(result.message);
    onFound(result.deviceIds);
    setTold({ found: result.deviceIds.length, missing: result.missing });
  };
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => dialog.current?.showModal()}>
        Choose from a list
      </Button>
      <Dialog
        ref={dialog}
        title="Choose devices from a list"
        actions={
          <>
            <Button variant="secondary" onClick={() => dialog.current?.close()}>
              Close
            </Button>
            <Button pending={busy} onClick={find}>
              Find devices
            </Button>
          </>
        }
      >
        <div className="grid gap-4">
          <Field label="Serial numbers or product keys" hint="One in each line, exactly as registered." error={error}>
            {(control) => (
              <TextArea
                {...control}
                rows={8}
                autoComplete="off"
                spellCheck={false}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <div role="status">
            {told && (
              <Alert tone={told.missing.length > 0 ? 'warning' : 'success'}>
                {number(told.found)} {told.found === 1 ? 'device is' : 'devices are'} chosen now.
                {told.missing.length > 0 &&
                  ` Not registered by you for this customer: ${told.missing.slice(0, shownMissing).join(', ')}${
                    told.missing.length > shownMissing ? ` and ${number(told.missing.length - shownMissing)} more` : ''
                  }.`}
              </Alert>
            )}
          </div>
        </div>
      </Dialog>
    </>
  );
}
