import { serveCalls } from '@/app/v1/serve-calls';
import { oemCalls } from './calls';

/** The OEM API, below `/oem/v1`. */
export const oemApi = serveCalls({
  root: '/oem/v1',
  calls: oemCalls,
  title: 'Countersign OEM API',
  description: 'Device manufacturers register devices for customers that consented to them.',
});
