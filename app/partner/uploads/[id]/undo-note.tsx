import { Alert } from '@/components/ui/alert';
import { RelativeTime } from '@/components/ui/relative-time';
import { RefreshSoon } from './refresh-soon';

interface UndoNoteProps {
  undo: { at: Date; by: string; taken: number; over: boolean };
  registered: number;
  customerName: string;
}

const number = new Intl.NumberFormat('en');

/** How far undoing an upload has come, or what it did. */
export function UndoNote({ undo: { at, by, taken, over }, registered, customerName }: UndoNoteProps) {
  if (!over) {
    return (
      <Alert tone="info" title="The upload is being undone">
        {number.format(taken)} of {number.format(registered)} devices are deregistered. You can leave this page.
        <RefreshSoon />
      </Alert>
    );
  }
  const others = registered - taken;
  return (
    <Alert tone="info" title="This upload was undone">
      {by} took it back <RelativeTime at={at} />: {number.format(taken)} of the {number.format(registered)} devices it
      registered for {customerName} are deregistered.
      {others > 0 && ` ${number.format(others)} had changed hands or hardware before, or stay registered.`}
    </Alert>
  );
}
