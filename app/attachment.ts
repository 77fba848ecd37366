import { type ProofType, proofTypes } from '@/lib/conflicts/proof-type';

/** A file that somebody sent us, as a download and never shown by us: it does not run under our origin. */
export const attachment = (
  name: string,
  { type, content }: { type: ProofType; content: Buffer<ArrayBuffer> },
): Response =>
  new Response(content, {
    headers: {
      'Content-Type': proofTypes[type].media,
      'Content-Disposition': `attachment; filename="${name}.${type}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
