import { RelativeTime } from '@/components/ui/relative-time';
import type { ConflictFile } from '@/lib/conflicts/queue-queries';
import { NoteForm } from './note-form';

/** What support wrote down about a conflict, oldest first, and room for more. */
export const Notes = ({ id, notes }: { id: string; notes: ConflictFile['notes'] }) => (
  <div className="grid gap-4">
    {notes.length > 0 && (
      <ul className="grid gap-3">
        {notes.map(({ id: key, at, by, text }) => (
          <li key={key} className="border-l-2 border-line-strong pl-3">
            <p className="break-words">{text}</p>
            <p className="text-sm text-muted">
              {by}, <RelativeTime at={at} />
            </p>
          </li>
        ))}
      </ul>
    )}
    <NoteForm id={id} />
  </div>
);
