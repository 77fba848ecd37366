import { TextReader } from '@/lib/devices/decode';
import { EncodingDetector } from '@/lib/devices/detect-encoding';

export { checkRecipients } from '@/lib/consent/check-recipients';
export { parseRecipients } from '@/lib/consent/parse-recipients';

/** The text of a chosen file, in the encoding it was saved in. */
export async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const detector = new EncodingDetector(bytes.subarray(0, 4));
  detector.push(bytes);
  const reader = new TextReader(detector.end());
  return reader.push(bytes) + reader.end();
}
