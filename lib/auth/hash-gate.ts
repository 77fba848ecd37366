interface GateOptions {
  /** How much of it runs at the same time. */
  atOnce: number;
  /** How much may wait, of what has no precedence. */
  waitingAtMost: number;
}

export interface Gate {
  /** Runs the work when its turn comes: what goes first before everything else, each in the order it came. */
  run<Result>(work: () => Promise<Result>, goesFirst?: boolean): Promise<Result>;
  /** Whether as much waits as may. Whoever asks before anything else turns work away while it costs nothing yet. */
  isFull(): boolean;
}

/** Lets so much through at once and makes the rest wait, so that work on other cores leaves one for everybody else. */
export function makeGate({ atOnce, waitingAtMost }: GateOptions): Gate {
  const first: (() => void)[] = [];
  const others: (() => void)[] = [];
  let running = 0;
  const next = () => {
    running--;
    (first.shift() ?? others.shift())?.();
  };
  const turn = (goesFirst: boolean) =>
    new Promise<void>((begin) => {
      const start = () => {
        running++;
        begin();
      };
      if (running < atOnce) start();
      else (goesFirst ? first : others).push(start);
    });
  return {
    async run(work, goesFirst = false) {
      await turn(goesFirst);
      try {
        return await work();
      } finally {
        next();
      }
    },
    isFull: () => others.length >= waitingAtMost,
  };
}
