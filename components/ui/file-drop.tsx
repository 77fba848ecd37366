'use client';

import { FileText, Upload } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useFormats } from '#formats';
import { Button } from './button';

interface FileDropProps {
  /** The file field's accessible name. */
  label: string;
  name: string;
  /** As in `<input accept>`; what is dropped is not filtered by it. */
  accept: string;
  hint?: ReactNode;
  file: File | null;
  onFile: (file: File | null) => void;
  error?: string;
}

/** A native file field that covers its whole card, so that the browser takes a dropped file like a chosen one. */
export function FileDrop({ label, name, accept, hint, file, onFile, error }: FileDropProps) {
  const id = useId();
  const { tenths } = useFormats();
  const inWords = (bytes: number) =>
    bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${tenths(bytes / 1e3)} kB` : `${tenths(bytes / 1e6)} MB`;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const remove = () => {
    if (input.current) input.current.value = '';
    onFile(null);
    input.current?.focus();
  };
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const Icon = file ? FileText : Upload;
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div
        className={
          'relative rounded-lg border-2 border-dashed px-4 ' +
          // Once there is a file, what is in it needs the room.
          (file
            ? 'flex flex-wrap items-center gap-x-3 gap-y-2 py-4 '
            : 'grid justify-items-center gap-1 py-8 text-center ') +
          'focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent ' +
          (over ? 'border-accent bg-accent-soft' : error ? 'border-danger' : 'border-line-strong hover:bg-sunken')
        }
      >
        <input
          ref={input}
          id={id}
          name={name}
          type="file"
          accept={accept}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
          className="absolute inset-0 cursor-pointer opacity-0"
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            // Closing the browser's dialogue without a choice empties the field; what was chosen before is not lost.
            if (chosen) onFile(chosen);
          }}
        />
        <Icon aria-hidden className="size-8 text-muted" strokeWidth={1.5} />
        {file ? (
          <>
            <p className="min-w-0 grow">
              <span className="font-medium break-all">{file.name}</span>{' '}
              <span className="text-sm whitespace-nowrap text-muted">{inWords(file.size)}</span>
            </p>
            <Button variant="secondary" size="sm" className="relative" onClick={remove}>
              Remove file
            </Button>
          </>
        ) : (
          <p>
            <span className="link">Choose a file</span> or drop it here
          </p>
        )}
      </div>
      {hint && (
        <div id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
