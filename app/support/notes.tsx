import { RelativeTime } from '@/components/ui/relative-time';
import { NoteForm, type WriteNote } from './note-form';

interface NotesProps {
  notes: { id: string; at: Date; by: string; text: string }[];
  write: WriteNote;
}

/** What support wrote down for itself, oldest first, and room for more. */
export const Notes = ({ notes, write }: NotesProps) => (
  <div className="grid gap-4">
    {notes.length > 0 && (
      <ul className="grid gap-3">
        {notes.map(({ id, at, by, text }) => (
          <li key={id} className="border-l-2 border-line-strong pl-3">
            <p className="break-words">{text}</p>
            <p className="text-sm text-muted">
              {by}, <RelativeTime at={at} />
            </p>
          </li>
        ))}
      </ul>
    )}
    <NoteForm write={write} />
  </div>
);
