import { describe, expect, it, vi } from 'vitest';
import { PressHold } from './press-hold';

function held() {
  const page = new EventTarget();
  const hold = new PressHold();
  const stop = hold.listen(page);
  const done: number[] = [];
  const come = (one: number) => hold.run(() => done.push(one));
  return { done, come, stop, happen: (name: string) => page.dispatchEvent(new Event(name)) };
}

describe('what comes in', () => {
  it('is taken at once while nothing is pressed', () => {
    const { done, come } = held();
    come(1);
    expect(done).toEqual([1]);
  });

  it.each(['pointerup', 'pointercancel'])('waits from a press until after its %s, in order', async (release) => {
    const { done, come, happen } = held();
    happen('pointerdown');
    come(1);
    come(2);
    happen(release);
    expect(done).toEqual([]);
    await vi.waitFor(() => expect(done).toEqual([1, 2]));
    come(3);
    expect(done).toEqual([1, 2, 3]);
  });

  it('is not lost when nobody listens any more', () => {
    const { done, come, happen, stop } = held();
    happen('pointerdown');
    come(1);
    stop();
    expect(done).toEqual([1]);
  });
});
