// One way to be asked to stop: a signal, or the death of the npm that started us (a killed npm passes no signal on, and an
// orphan would hold the port). What is running then says how it ends; asked twice, the process ends at once.
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';

let end = (code) => process.exit(code);
let asked = false;

/** `handler(code)` replaces what happens on being asked to stop, and has to end the process; returns the way back. */
export function onStop(handler) {
  const before = end;
  end = handler;
  return () => {
    end = before;
  };
}

function stop(code) {
  if (asked) process.exit(code);
  asked = true;
  end(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(128 + constants.signals[signal]));
/** The processes above us; a shell may stand between npm and us, and only Linux says so in a file. */
function ancestors() {
  try {
    return `${process.ppid} ${readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]}`;
  } catch {
    return String(process.ppid);
  }
}

if (process.env.npm_lifecycle_event) {
  const started = ancestors();
  setInterval(() => ancestors() !== started && !asked && stop(1), 1000).unref();
}
