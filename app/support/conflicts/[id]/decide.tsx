'use client';

import { ReasonedAction } from '@/components/ui/reasoned-action';
import { decisionReason } from '@/lib/conflicts/decide-input';
import { decide } from '../actions';

const refusals = {
  already_settled: 'It was settled meanwhile.',
  not_escalated: 'The holder still has time for an answer.',
  names_somebody: 'This names one of the organizations, and both sides read it. Say it without a name or a domain.',
};

const field = {
  label: 'Reason',
  hint: 'Both sides read it, so name neither to the other. At most 500 characters.',
};

/** The two decisions of support. */
export const Decide = ({ id, device, holder }: { id: string; device: string; holder: string }) => (
  <div className="flex flex-wrap items-start gap-3">
    <ReasonedAction
      label="Release device"
      question={`Release the device ${device}?`}
      consequences={[
        `It is deregistered from ${holder} at once, and whoever is first can register it.`,
        'Both sides are told, with your reason.',
      ]}
      field={field}
      schema={decisionReason}
      done={`The device ${device} is released. Both sides are told.`}
      run={decide.bind(null, id, 'release')}
      refusals={refusals}
    />
    <ReasonedAction
      label="Keep registered"
      question={`Leave the device ${device} where it is?`}
      consequences={[
        `It stays registered for ${holder}.`,
        'Both sides are told, with your reason. Whoever asked can ask again with a better proof.',
      ]}
      field={field}
      schema={decisionReason}
      done={`The device ${device} stays registered. Both sides are told.`}
      run={decide.bind(null, id, 'reject')}
      refusals={refusals}
    />
  </div>
);
