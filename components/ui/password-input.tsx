'use client';

import { type ComponentProps, useState } from 'react';
import { TextInput } from './field';

/** A password with a button that shows what was typed; password managers know it by `autoComplete`. */
export function PasswordInput(given: ComponentProps<'input'>) {
  const [shown, setShown] = useState(false);
  return (
    <span className="relative grid">
      <TextInput
        {...given}
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        className="pr-16!"
        required
      />
      <button
        type="button"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-1 right-1 rounded-md px-2.5 text-sm font-medium text-muted hover:bg-sunken hover:text-ink"
      >
        {shown ? 'Hide' : 'Show'}
        <span className="sr-only"> what is typed</span>
      </button>
    </span>
  );
}
