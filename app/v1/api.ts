import { calls } from './calls';
import { serveCalls } from './serve-calls';

/** The whole API, below `/v1`. */
export const api = serveCalls({
  root: '/v1',
  calls,
  title: 'Countersign',
  description: 'The REST API that Partner Center clients speak.',
});
