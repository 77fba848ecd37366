import { describe, expect, it } from 'vitest';
import { conflictLimits } from './limits';
import { proofTypeOf } from './proof-type';

const bytes = (start: string | number[], length = 64): Uint8Array => {
  const content = Buffer.alloc(length);
  Buffer.from(typeof start === 'string' ? [...start].map((c) => c.charCodeAt(0)) : start).copy(content);
  return content;
};

describe('a proof of purchase', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7\n'), 'pdf'],
    ['a PNG', bytes('\x89PNG\r\n\x1a\n'), 'png'],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'jpeg'],
    ['a WebP', bytes('RIFF\x24\x00\x00\x00WEBPVP8 '), 'webp'],
    ['a PDF of exactly 5 MB', bytes('%PDF-', conflictLimits.proof), 'pdf'],
  ])('is %s', (_what, content, type) => {
    expect(proofTypeOf(content)).toEqual({ type });
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['one byte too many', bytes('%PDF-', conflictLimits.proof + 1), 'larger than 5 MB'],
    ['a page that calls itself PDF', bytes('<html>%PDF-1.7'), 'neither a PDF'],
    ['a drawing with script in it', bytes('<svg xmlns="http://www.w3.org/2000/svg">'), 'neither a PDF'],
    ['a program', bytes('MZ\x90\x00'), 'neither a PDF'],
    ['an archive', bytes('PK\x03\x04'), 'neither a PDF'],
    ['a sound in the same container as WebP', bytes('RIFF\x24\x00\x00\x00WAVEfmt '), 'neither a PDF'],
    ['the beginning of a mark', bytes('%PD', 3), 'neither a PDF'],
  ])('is not %s', (_what, content, problem) => {
    expect(proofTypeOf(content)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
