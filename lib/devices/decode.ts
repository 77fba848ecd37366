export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Windows-1252 where it differs from Latin-1: 0x80 to 0x9f, as the WHATWG encoding standard maps them. */
const windows1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Node 20 decodes windows-1252 as Latin-1, which leaves these characters as C1 controls. */
const mendLatin1 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (found) => windows1252.charAt(found.charCodeAt(0) - 0x80));

/**
 * Turns the bytes of a file, in pieces cut anywhere, into text whose lines end in \n. A byte order mark is dropped; what is
 * not valid in the encoding becomes U+FFFD, which the row rules refuse.
 */
export class TextReader {
  private readonly decoder: TextDecoder;
  private heldReturn = false;

  constructor(private readonly encoding: Encoding) {
    this.decoder = new TextDecoder(encoding);
  }

  push(bytes: Uint8Array): string {
    return this.normalise(this.decoder.decode(bytes, { stream: true }), true);
  }

  end(): string {
    return this.normalise(this.decoder.decode(), false);
  }

  /** A \r at the very end may be half of \r\n, so it waits for what comes next. */
  private normalise(decoded: string, more: boolean): string {
    let text = this.encoding === 'windows-1252' ? mendLatin1(decoded) : decoded;
    if (this.heldReturn) text = `\r${text}`;
    this.heldReturn = more && text.endsWith('\r');
    if (this.heldReturn) text = text.slice(0, -1);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
}
