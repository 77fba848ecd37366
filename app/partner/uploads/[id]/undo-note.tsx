import { useFormats } from '#formats';
import { Alert } from '@/components/ui/alert';
import { RelativeTime } from '@/components/ui/relative-time';
import { RefreshSoon } from './refresh-soon';

interface UndoNoteProps {
  undo: { at: Date; by: string; taken: number; over: boolean };
  registered: number;
  customerName: string;
}

/** How far undoing an upload has come, or what it did. */
export function UndoNote({ undo: { at, by, taken, over }, registered, customerName }: UndoNoteProps) {
  const { number } = useFormats();
  if (!over) {
    return (
      <Alert tone="info" title="The upload is being undone">
        {number(taken)} of {number(registered)} devices are deregistered. You can leave this page.
        <RefreshSoon />
      </Alert>
    );
  }
  const others = registered - taken;
  return (
    <Alert tone="info" title="This upload was undone">
      {by} took it back <RelativeTime at={at} />: {number(taken)} of the {number(registered)} devices it registered for{' '}
      {customerName} are deregistered.
      {others > 0 && ` ${number(others)} had changed hands or hardware before, or stay registered.`}
    </Alert>
  );
}
