import { damaged } from './unzip';

/** What a scan tells. Names come without their prefix; an empty element opens and closes. */
interface XmlEvents {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** Characters one tag or one text may have: more than a cell of a workbook can hold. */
const longest = 1 << 20;

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
        if (name) return entities[name] ?? whole;
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      })
    : text;

const patterns = new Map<string, RegExp>();

/** An attribute's value out of a tag's attributes, whatever its prefix; null where it has none. */
export function attribute(attributes: string, name: string): string | null {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|\\s)(?:[\\w-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  return found ? decodeEntities(found[1] ?? found[2] ?? '') : null;
}

/**
 * Scans XML that comes in pieces cut anywhere. It knows what workbooks are made of and no more: entities of a document's
 * own are left as they are, so nothing in it can grow.
 */
export class XmlScanner {
  private rest = '';

  constructor(private readonly events: XmlEvents) {}

  push(piece: string): void {
    const text = this.rest + piece;
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag === -1) break;
      if (tag > at) this.events.text(decodeEntities(text.slice(at, tag)));
      const end = endOfTag(text, tag);
      if (end === -1) {
        at = tag;
        break;
      }
      this.tag(text.slice(tag, end));
      at = end;
    }
    this.rest = text.slice(at);
    if (this.rest.length > longest) throw damaged();
  }

  private tag(tag: string): void {
    const { events } = this;
    if (tag.startsWith('<![CDATA[')) events.text(tag.slice(9, -3));
    else if (tag.startsWith('</')) events.close(localName(tag.slice(2, -1).trim()));
    else if (!tag.startsWith('<!') && !tag.startsWith('<?')) this.element(tag);
  }

  private element(tag: string): void {
    const { events } = this;
    const empty = tag.endsWith('/>');
    const inside = tag.slice(1, empty ? -2 : -1);
    const blank = inside.search(/\s/);
    const name = localName(blank === -1 ? inside : inside.slice(0, blank));
    events.open(name, blank === -1 ? '' : inside.slice(blank));
    if (empty) events.close(name);
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Where the tag that begins at `from` is over; -1 while it is not. */
function endOfTag(text: string, from: number): number {
  const close = text.startsWith('<!--', from) ? '-->' : text.startsWith('<![CDATA[', from) ? ']]>' : '>';
  let end = text.indexOf(close, from);
  // A > inside an attribute's quotation marks ends nothing.
  while (end !== -1 && close === '>' && !quotesPair(text.slice(from, end))) end = text.indexOf('>', end + 1);
  return end === -1 ? -1 : end + close.length;
}

function quotesPair(tag: string): boolean {
  let open = '';
  for (let at = 0; at < tag.length; at++) {
    const sign = tag.charAt(at);
    if (open === '' && (sign === '"' || sign === "'")) open = sign;
    else if (sign === open) open = '';
  }
  return open === '';
}
