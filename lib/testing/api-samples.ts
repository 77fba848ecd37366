import type { Sample } from './api-sample';
import type { ApiWorld } from './api-world';
import { ownSamples } from './own-samples';
import { wireSamples } from './wire-samples';

const samples: Record<string, Sample> = { ...wireSamples, ...ownSamples };

/** For tests: the calls of which there is a sample, as method and path. */
export const sampleNames = Object.keys(samples);

export function sampleOf(name: string): Sample {
  const sample = samples[name];
  if (!sample) throw new Error(`there is no sample of ${name}`);
  return sample;
}

/** Makes one call as a program would. */
export function askSample(name: string, of: ApiWorld) {
  const { path, body } = sampleOf(name);
  const [method = ''] = name.split(' ');
  return of.ask(method.toUpperCase(), path(of), body ? { body: body(of) } : {});
}
