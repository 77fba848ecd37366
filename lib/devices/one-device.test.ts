import { describe, expect, it } from 'vitest';
import { deviceFile, sampleFile } from '@/lib/testing/uploads';
import { oneDevice } from './one-device';

const hash = Buffer.alloc(3000, 'one').toString('base64');
const read = (content: string | Buffer) => oneDevice(new Blob([new Uint8Array(Buffer.from(content))]));

describe('the file of one device', () => {
  it('says what the hash script wrote, in its encoding too', async () => {
    const script = `\ufeffDevice Serial Number,Windows Product ID,Hardware Hash\r\n5CG1,,${hash}\r\n`;
    const device = { serial: '5CG1', productKey: '', hash, manufacturer: '', model: '' };
    expect(await read(script)).toEqual({ device });
    expect(await read(Buffer.from(script, 'utf16le'))).toEqual({ device });
  });

  it.each([
    ['several devices', sampleFile('03-script-utf16le.csv'), 'has 4 devices'],
    ['none', deviceFile(), 'has 0 devices'],
    ['a damaged hash', deviceFile(`5CG1,,${hash.slice(0, 99)},,`), 'hash'],
    ['nothing readable', Buffer.from('%PDF-1.7'), 'PDF'],
    ['no bytes', '', 'empty'],
  ])('is refused with %s', async (_name, content, words) => {
    expect(await read(content)).toEqual({ problem: expect.stringContaining(words) });
  });
});
