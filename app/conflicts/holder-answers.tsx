'use client';

import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { ReasonedAction } from '@/components/ui/reasoned-action';
import { decisionReason } from '@/lib/conflicts/decide-input';
import { refuse, release } from './actions';

interface HolderAnswersProps {
  id: string;
  /** What the device is called. */
  device: string;
  customerName: string;
  /** It was neither refused nor left unanswered before. */
  mayRefuse: boolean;
}

/** The two answers of whoever has a device. */
export const HolderAnswers = ({ id, device, customerName, mayRefuse }: HolderAnswersProps) => (
  <div className="flex flex-wrap items-start gap-3">
    <ConfirmedAction
      label="Release device"
      question={`Release the device ${device}?`}
      consequences={[
        `The device is deregistered from ${customerName} at once.`,
        'Whoever asked is told that it is free and can register it. They are not told who you are.',
        'What is on the device stays as it is. If it comes back to you, it can be registered again.',
      ]}
      done={`The device ${device} is released.`}
      run={release.bind(null, id)}
      already="already_settled"
    />
    {mayRefuse && (
      <ReasonedAction
        label="Refuse"
        question={`Keep the device ${device}?`}
        consequences={[
          `The device stays registered for ${customerName} for now.`,
          'Support looks at the proof of purchase of whoever asked, and at your reason, and decides.',
        ]}
        field={{
          label: 'Reason',
          hint: 'Only support reads it. Say since when the device is yours and how that can be seen. At most 500 characters.',
        }}
        schema={decisionReason}
        done="Support has your reason and decides."
        run={refuse.bind(null, id)}
        refusals={{ already_settled: 'It was answered meanwhile.' }}
      />
    )}
  </div>
);
