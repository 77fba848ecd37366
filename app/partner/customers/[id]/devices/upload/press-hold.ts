/**
 * Runs what comes in at once, except between the press and the release of a pointer: then it waits, in order. A page that
 * moves under a finger swallows the click, since what was pressed is no longer what is released.
 */
export class PressHold {
  private pressed = false;
  private waiting: (() => void)[] = [];

  run(work: () => void): void {
    if (this.pressed) this.waiting.push(work);
    else work();
  }

  /** Listens to the whole page; returns how to stop. */
  listen(page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>): () => void {
    const press = () => {
      this.pressed = true;
    };
    // The click comes after the release, and goes first.
    const release = () => setTimeout(() => this.release());
    page.addEventListener('pointerdown', press, true);
    for (const name of ['pointerup', 'pointercancel']) page.addEventListener(name, release, true);
    return () => {
      page.removeEventListener('pointerdown', press, true);
      for (const name of ['pointerup', 'pointercancel']) page.removeEventListener(name, release, true);
      this.release();
    };
  }

  private release(): void {
    this.pressed = false;
    for (const work of this.waiting.splice(0)) work();
  }
}
