'use client';

import { ActionButton } from '@/components/ui/action-button';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { endOthers } from './actions';

/** Signs out in one other place. */
export const EndSession = ({ run }: { run: Parameters<typeof ActionButton>[0]['run'] }) => (
  <ActionButton size="sm" label="Sign out there" run={run} refusals={{ already_ended: 'This has ended already.' }} />
);

/** Signs out everywhere else. */
export const EndOthers = () => (
  <ConfirmedAction
    label="Sign out everywhere else"
    question="Sign out everywhere else?"
    consequences={['Whoever is signed in as you on another device is signed out at once.', 'You stay signed in here.']}
    done="You are signed out everywhere else."
    run={endOthers}
    already="none"
  />
);
