import { describe, expect, it } from 'vitest';
import { conflictLimits } from '@/lib/conflicts/limits';
import { readProofForm } from './read-proof-form';

const request = (body: BodyInit, headers?: Record<string, string>) =>
  new Request('http://localhost:3000/api/conflicts', { method: 'POST', body, headers, ...{ duplex: 'half' } });

function form(bytes: number): FormData {
  const filled = new FormData();
  filled.set('row', '7');
  filled.set('note', 'Größe “4711”');
  filled.set('proof', new File([new Uint8Array(bytes).fill(37)], 'invoice.pdf', { type: 'application/pdf' }));
  return filled;
}

describe('a form with a proof of purchase', () => {
  it('is its texts and the bytes of its file', async () => {
    const read = await readProofForm(request(form(1000)));
    expect(read).toMatchObject({ row: '7', note: 'Größe “4711”' });
    expect(read.proof).toHaveLength(1000);
  });

  it('takes a proof of 5 MB', async () => {
    expect((await readProofForm(request(form(conflictLimits.proof)))).proof).toHaveLength(conflictLimits.proof);
  });

  it('without a file has an empty proof, which the command refuses', async () => {
    const filled = new FormData();
    filled.set('proof', 'invoice.pdf');
    expect((await readProofForm(request(filled))).proof).toHaveLength(0);
  });

  it('is not read further than a proof may be long, whatever it announced', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1 << 20;
        controller.enqueue(new Uint8Array(1 << 20));
      },
    });
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': '10' };
    await expect(readProofForm(request(endless, headers))).rejects.toMatchObject({ code: 'too_large' });
    expect(sent).toBeLessThan(8 << 20);
  });

  it('that is cut short, or none, is refused', async () => {
    const whole = await new Response(form(1000)).arrayBuffer();
    const type = { 'Content-Type': 'multipart/form-data; boundary=cut' };
    await expect(readProofForm(request(whole.slice(0, 500), type))).rejects.toMatchObject({ code: 'invalid' });
    await expect(readProofForm(request('{}', { 'Content-Type': 'application/json' }))).rejects.toMatchObject({
      code: 'unsupported',
    });
  });
});
