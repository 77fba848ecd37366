import { conflictLimits } from './limits';

/** What a proof of purchase, or other evidence, can be: its content type, its ending and what it is called. */
export const proofTypes = {
  pdf: { media: 'application/pdf', name: 'PDF' },
  png: { media: 'image/png', name: 'PNG image' },
  jpeg: { media: 'image/jpeg', name: 'JPEG image' },
  webp: { media: 'image/webp', name: 'WebP image' },
} as const;

export type ProofType = keyof typeof proofTypes;

const latin = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** What stands at which place of each; the format's own mark, never the file's name. */
const marks: [ProofType, [at: number, bytes: number[]][]][] = [
  ['pdf', [[0, latin('%PDF-')]]],
  ['png', [[0, [0x89, ...latin('PNG'), 0x0d, 0x0a, 0x1a, 0x0a]]]],
  ['jpeg', [[0, [0xff, 0xd8, 0xff]]]],
  [
    'webp',
    [
      [0, latin('RIFF')],
      [8, latin('WEBP')],
    ],
  ],
];

/** What a file of so many bytes is by its first ones, or a sentence that says why it is no proof that is taken. */
export function proofTypeOf(start: Uint8Array, size = start.length): { type: ProofType } | { problem: string } {
  if (size === 0) return { problem: 'The file is empty. Choose another one, a PDF or an image.' };
  if (size > conflictLimits.proof) return { problem: 'The file is larger than 5 MB. Choose a smaller scan or photo.' };
  const found = marks.find(([, parts]) => parts.every(([at, bytes]) => bytes.every((b, i) => start[at + i] === b)));
  if (found) return { type: found[0] };
  return {
    problem: 'This is neither a PDF nor a PNG, JPEG or WebP image. Choose a file that is one of them.',
  };
}
