// Loaded into a server that is measured: tells its parent, when asked, how long its event loop was held up since it was last asked.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on('message', () => {
  const milliseconds = (nanoseconds) => nanoseconds / 1e6;
  process.send?.({ p99: milliseconds(delay.percentile(99)), max: milliseconds(delay.max) });
  delay.reset();
});
process.channel?.unref();
