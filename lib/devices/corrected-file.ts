import type { Meaning } from './column-mapping';
import { csvLine } from './escape-cell';
import { fileRecords } from './file-records';
import type { Edits } from './preview-rows';

/** Characters put together before they become bytes. */
const piece = 1 << 20;

/**
 * The file with what a person changed, as UTF-8 CSV of the original columns. A row whose quotation marks do not pair up and
 * that nobody corrected is left out: written anew, it would look whole.
 */
export async function correctedFile(file: File, header: Meaning['header'], edits: Edits): Promise<File> {
  const parts: Blob[] = [];
  let text = '\ufeff';
  let begun = header === 'none';
  for await (const { header: headers, records } of fileRecords(file, header)) {
    if (!begun && headers) {
      text += csvLine(headers);
      begun = true;
    }
    for (const record of records) {
      const changed = edits.apply(record);
      if (changed && !changed.brokenQuotes) text += csvLine(changed.cells);
    }
    if (text.length < piece) continue;
    parts.push(new Blob([text]));
    text = '';
  }
  const name = file.name.replace(/(\.\w{1,5})?$/, '-corrected.csv');
  return new File([...parts, text], name, { type: 'text/csv' });
}
