'use client';

import { useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { FileDrop } from '@/components/ui/file-drop';
import { useHydrated } from '@/components/ui/use-hydrated';
import { mostRecipients } from '@/lib/consent/most-recipients';
import type { Recipient } from '@/lib/consent/parse-recipients';

/** In bytes; a list of 500 is far smaller. */
const largestFile = 1_000_000;

interface RecipientSourceProps {
  /** Rows that the table has room for. */
  room: number;
  onRead: (recipients: Recipient[]) => void;
}

/** Where the recipients come from: a list that is pasted, or a file. */
export function RecipientSource({ room, onRead }: RecipientSourceProps) {
  const ready = useHydrated();
  const pasted = useRef<HTMLTextAreaElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string>();
  const [fileProblem, setFileProblem] = useState<string>();
  const [left, setLeft] = useState(0);

  const read = async (text: string): Promise<string | undefined> => {
    const { parseRecipients } = await import('./list-reader');
    const { recipients, total } = parseRecipients(text);
    if (total === 0) return 'There is no recipient in this.';
    onRead(recipients.slice(0, room));
    setLeft(Math.max(0, total - room));
  };
  const readPasted = async () => {
    const found = await read(pasted.current?.value ?? '');
    setProblem(found);
    if (!found && pasted.current) pasted.current.value = '';
  };
  const readFile = async (chosen: File | null) => {
    setFile(chosen);
    setFileProblem(undefined);
    if (!chosen) return;
    if (chosen.size > largestFile)
      return setFileProblem('This file is larger than 1 MB. A list of 500 is far smaller.');
    const { textOf } = await import('./list-reader');
    const found = await read(await textOf(chosen));
    setFileProblem(found);
    if (!found) setFile(null);
  };

  return (
    <Card title="Recipients">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-3">
          <Field
            label="Paste a list"
            hint={`One per line: name, mail, organization, with commas, semicolons or tabs between. A header is optional. Up to ${mostRecipients} at once.`}
            error={problem}
          >
            {(field) => (
              <textarea
                {...field}
                ref={pasted}
                rows={5}
                spellCheck={false}
                placeholder={'Ada King, ada@contoso.com, Contoso'}
                className="control h-auto py-2 font-mono text-sm"
              />
            )}
          </Field>
          <div>
            <Button variant="secondary" disabled={!ready} onClick={readPasted}>
              Add to the list
            </Button>
          </div>
        </div>
        <FileDrop
          label="Or choose a file"
          name="recipients"
          accept=".csv,.tsv,.txt,text/csv"
          hint="A CSV file with the same columns."
          file={file}
          onFile={readFile}
          error={fileProblem}
        />
      </div>
      {left > 0 && (
        <div className="mt-4">
          <Alert tone="warning">
            The last {left} rows were left out: {mostRecipients} recipients fit at once. Send these first, then add the
            rest.
          </Alert>
        </div>
      )}
    </Card>
  );
}
