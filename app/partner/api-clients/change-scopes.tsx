'use client';

import { useState } from 'react';
import { FormDialog } from '@/components/ui/form-dialog';
import type { Scope } from '@/lib/auth/actor';
import { change } from './actions';
import { ScopeChoice } from './scope-choice';

interface ChangeScopesProps {
  clientId: string;
  name: string;
  offered: readonly Scope[];
  chosen: readonly Scope[];
}

/** Changes what a client may do, from its next call on. */
export function ChangeScopes({ clientId, name, offered, chosen }: ChangeScopesProps) {
  const [error, setError] = useState<string>();
  const run = async (typed: FormData) => {
    const result = await change(clientId, typed.getAll('scopes') as Scope[]);
    setError(result.ok ? undefined : (result.fields.scopes ?? result.message));
    return result.ok;
  };
  return (
    <FormDialog label="Change scopes" title={`Change what ${name} may do`} run={run}>
      <p className="text-muted">It counts from the client’s next call on, also for tokens that it holds.</p>
      <ScopeChoice offered={offered} chosen={chosen} error={error} />
    </FormDialog>
  );
}
