import { crc32, deflateRawSync } from 'node:zlib';

/** For tests: a zip of these files, as a program writes it that knows their sizes beforehand. */
export function zipOf(files: Record<string, string | Buffer>, { deflated = true } = {}): Buffer<ArrayBuffer> {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const whole = Buffer.from(content);
    const packed = deflated ? deflateRawSync(whole) : whole;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(deflated ? 8 : 0, 4);
    shared.writeUInt32LE(crc32(whole), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(whole.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed]);
    bodies.push(body);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), shared, tail, Buffer.from(name));
    offset += body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(bodies.length, 8);
  end.writeUInt16LE(bodies.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}

type Cell = string | number | { xml: string };
type Row = readonly Cell[];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const columnName = (at: number) => String.fromCharCode(65 + at);
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface WorkbookOptions {
  styles?: string;
  properties?: string;
  /** Attributes of each sheet in the workbook's list. */
  states?: string[];
  strings?: 'shared' | 'inline';
}

/** The parts of a workbook: named sheets of rows, an empty row for one that is not there. */
export function workbookParts(sheets: Record<string, readonly Row[]>, options: WorkbookOptions = {}) {
  const { styles = '', properties = '', states = [], strings = 'shared' } = options;
  const shared: string[] = [];
  const cellXml = (cell: Cell, reference: string): string => {
    if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${reference}"`);
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
    if (cell === '') return '';
    if (strings === 'inline') return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
    if (!shared.includes(cell)) shared.push(cell);
    return `<c r="${reference}" t="s"><v>${shared.indexOf(cell)}</v></c>`;
  };
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="${relations}">${properties}<sheets>${names
      .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 7}" ${states[at] ?? ''} r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
  };
  for (const [at, name] of names.entries()) {
    const rows = sheets[name]?.map((row, index) => {
      const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`)).join('');
      return row.length === 0 ? '' : `<row r="${index + 1}">${cells}</row>`;
    });
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<?xml version="1.0"?><worksheet><sheetData>${rows?.join('\n')}</sheetData></worksheet>`;
  }
  parts['xl/sharedStrings.xml'] =
    `<sst>${shared.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`;
  return parts;
}

export const workbookOf = (sheets: Record<string, readonly Row[]>, options?: WorkbookOptions): Buffer<ArrayBuffer> =>
  zipOf(workbookParts(sheets, options));
