import { deviceFields } from '@/lib/devices/column-mapping';
import { fieldWords } from './field-words';
import type { PreviewState } from './preview-state';

const encodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};
const separators: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };

function written(source: NonNullable<PreviewState['source']>): string {
  if (source.kind === 'csv') return `${encodings[source.encoding]}, separated by ${separators[source.delimiter]}`;
  const one = `sheet “${source.sheet}”`;
  return source.sheets > 1 ? `Excel, ${one}, the first of ${source.sheets} that has rows` : `Excel, ${one}`;
}

/** How the file was understood, so that a wrong guess is seen. */
export function ReadingFacts({ state: { source, columns, meaning } }: { state: PreviewState }) {
  if (!source || !columns) return null;
  const read = deviceFields.flatMap((field) => {
    const at = columns.at[field];
    if (at === undefined) return [];
    const header = columns.headers[at];
    return meaning?.mapping && header ? `${fieldWords[field]} (${header})` : fieldWords[field];
  });
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[max-content_1fr]">
      <dt className="text-muted">Written as</dt>
      <dd>{written(source)}</dd>
      <dt className="text-muted">Columns read</dt>
      <dd>{read.join(', ')}</dd>
      {columns.ignored.length > 0 && (
        <>
          <dt className="text-muted">Columns not read</dt>
          <dd className="break-words">{columns.ignored.join(', ')}</dd>
        </>
      )}
    </dl>
  );
}
