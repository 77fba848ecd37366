import { conflictLimits } from './limits';

/** The content of a file as it is kept: in pieces of at most 1 MiB, in their order. */
export function proofPieces(content: Uint8Array): { part: number; content: Buffer }[] {
  const { piece } = conflictLimits;
  return Array.from({ length: Math.ceil(content.length / piece) }, (_, part) => ({
    part,
    content: Buffer.from(content.subarray(part * piece, (part + 1) * piece)),
  }));
}
