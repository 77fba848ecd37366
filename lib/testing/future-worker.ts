import { later, setClock } from '@/lib/clock';
import { startWorker } from '@/lib/jobs/worker';

// Run as a process of its own, to be killed: `future-worker.ts <milliseconds>` works on jobs as if it were that much later, so
// that the lease of the worker that was killed before it has run out already.
const ahead = Number(process.argv[2]);
setClock(() => later(new Date(), ahead));
startWorker();
setInterval(() => undefined, 1 << 30);
