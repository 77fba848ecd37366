import { useFormats } from '#formats';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { hasEnded, type UploadState } from '@/lib/devices/upload-state';
import { cancel, undo } from './actions';

interface UploadActionsProps {
  upload: {
    id: string;
    state: UploadState;
    mode: 'keep_good' | 'all_or_nothing';
    customerName: string;
    registered: number;
    undo: object | null;
  };
}

/** The way back: out of an upload that runs, and out of one that has ended. */
export function UploadActions({ upload }: UploadActionsProps) {
  const { number } = useFormats();
  const { id, state, mode, customerName, registered } = upload;
  if (!hasEnded(state)) {
    return (
      <ConfirmedAction
        label="Cancel upload"
        question="Cancel this upload?"
        consequences={[
          'No further row is registered.',
          mode === 'all_or_nothing'
            ? 'What is registered so far is taken back, since this upload registers all of its rows or none.'
            : 'What is registered so far stays. You can undo it afterwards.',
        ]}
        done="The upload is canceled."
        run={cancel.bind(null, id)}
        already="already_ended"
      />
    );
  }
  if (registered === 0 || upload.undo) return null;
  return (
    <ConfirmedAction
      label="Undo upload"
      question="Undo this upload?"
      consequences={[
        `The ${number(registered)} ${registered === 1 ? 'device' : 'devices'} it registered for ${customerName} are deregistered.`,
        'A device that was registered again since stays as it is.',
        'The file and what each row was told stay readable here.',
      ]}
      done="The upload is being undone."
      run={undo.bind(null, id)}
      already="already_undone"
    />
  );
}
