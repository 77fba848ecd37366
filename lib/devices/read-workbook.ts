import { type SheetRow, SheetScanner, type WorkbookParts } from './scan-sheet';
import { attribute, XmlScanner } from './scan-xml';
import { type NumberFormat, plainText, readFormat } from './sheet-cell';
import { UnreadableFile } from './unreadable-file';
import { damaged, Zip } from './unzip';

/** Characters all texts of a workbook may have together; they are kept while its sheet is read. */
const longestTexts = 128 * 1024 ** 2;

interface Sheet {
  name: string;
  path: string;
  hidden: boolean;
}

/** Rows of the sheet that is read: the first that has any and is not hidden. */
export interface WorkbookRows {
  sheet: string;
  /** How many sheets the workbook shows. */
  sheets: number;
  rows: SheetRow[];
}

/**
 * Reads an Excel workbook (.xlsx, ECMA-376) without anything but what a browser and Node both have; decision 0015. Throws
 * UnreadableFile.
 */
export async function* readWorkbook(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<WorkbookRows> {
  const zip = new Zip(bytes);
  const home = await findWorkbook(zip);
  const { sheets, from1904 } = await readSheets(zip, home);
  const shown = sheets.filter((sheet) => !sheet.hidden);
  const strings = await readStrings(zip, inFolder(home, 'sharedStrings.xml'));
  const formats = await readFormats(zip, inFolder(home, 'styles.xml'));
  for (const sheet of shown) {
    let found = false;
    for await (const rows of scanSheet(zip, sheet, { strings, formats, from1904 })) {
      found ||= rows.some(({ cells }) => cells.some((cell) => cell.trim() !== ''));
      if (found) yield { sheet: sheet.name, sheets: shown.length, rows };
    }
    if (found) return;
  }
  throw new UnreadableFile('unreadable', 'The workbook has no rows. Choose one with a line for each device.');
}

const inFolder = (home: string, name: string): string => new URL(name, `file:///${home}`).pathname.slice(1);

async function scan(zip: Zip, path: string, events: Partial<ConstructorParameters<typeof XmlScanner>[0]>) {
  const nothing = () => undefined;
  const scanner = new XmlScanner({ open: nothing, close: nothing, text: nothing, ...events });
  const decoder = new TextDecoder();
  for await (const piece of zip.read(path)) scanner.push(decoder.decode(piece, { stream: true }));
}

async function* scanSheet(zip: Zip, sheet: Sheet, parts: WorkbookParts): AsyncGenerator<SheetRow[]> {
  const scanner = new SheetScanner(parts);
  const decoder = new TextDecoder();
  for await (const piece of zip.read(sheet.path)) {
    const rows = scanner.push(decoder.decode(piece, { stream: true }));
    if (rows.length > 0) yield rows;
  }
}

/** The targets of a part's relations by their ids, and the one of each type. */
async function readRelations(zip: Zip, path: string): Promise<{ id: string; type: string; target: string }[]> {
  const found: { id: string; type: string; target: string }[] = [];
  await scan(zip, path, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const [id, type, target] = ['Id', 'Type', 'Target'].map((each) => attribute(attributes, each) ?? '');
      found.push({ id: id ?? '', type: type ?? '', target: target ?? '' });
    },
  });
  return found;
}

async function findWorkbook(zip: Zip): Promise<string> {
  const relations = await readRelations(zip, '_rels/.rels');
  const target = relations.find(({ type }) => type.endsWith('/officeDocument'))?.target.replace(/^\//, '');
  const home = target ?? 'xl/workbook.xml';
  if (!/workbook[^/]*\.xml$/i.test(home) || !zip.has(home)) {
    throw new UnreadableFile(
      'unsupported',
      'This is a zip file, neither CSV nor an Excel workbook (.xlsx). Save the device list as one of them and choose that file.',
    );
  }
  return home;
}

async function readSheets(zip: Zip, home: string): Promise<{ sheets: Sheet[]; from1904: boolean }> {
  const name = home.slice(home.lastIndexOf('/') + 1);
  const relations = await readRelations(zip, inFolder(home, `_rels/${name}.rels`));
  const sheets: Sheet[] = [];
  let from1904 = false;
  await scan(zip, home, {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (tag !== 'sheet') return;
      const target = relations.find(({ id }) => id === attribute(attributes, 'id'))?.target;
      if (!target) throw damaged();
      const hidden = /hidden/i.test(attribute(attributes, 'state') ?? '');
      sheets.push({ name: attribute(attributes, 'name') ?? '', path: inFolder(home, target), hidden });
    },
  });
  return { sheets, from1904 };
}

async function readStrings(zip: Zip, path: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let listening = false;
  let phonetic = false;
  let length = 0;
  await scan(zip, path, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') listening = !phonetic;
    },
    close(name) {
      if (name === 't') listening = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        length += text.length;
        if (length > longestTexts)
          throw new UnreadableFile(
            'too_large',
            'The workbook holds too much text. Save the device list as CSV (UTF-8) and choose that file.',
          );
        strings.push(plainText(text));
      }
    },
    text(piece) {
      if (listening) text += piece;
    },
  });
  return strings;
}

/** The number formats of the styles that cells refer to. */
async function readFormats(zip: Zip, path: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  await scan(zip, path, {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        formats.push(readFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
