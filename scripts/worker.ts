import { startBackground } from '@/lib/jobs/background';

// `npm run worker`: jobs without pages, for instances that run with WORKER=off.
function start() {
  try {
    return startBackground({ worker: true });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

const stop = start();
const keepRunning = setInterval(() => undefined, 1 << 30);
let asked = false;
const end = async () => {
  if (asked) process.exit(1);
  asked = true;
  await stop();
  clearInterval(keepRunning);
};
process.on('SIGTERM', end).on('SIGINT', end);
console.log('The worker is waiting for jobs.');
