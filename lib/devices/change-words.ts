import type { DeviceChange } from './device-changes';

/** What somebody did to a device, said after their name. */
export function changeWords({ what, before, after }: Pick<DeviceChange, 'what' | 'before' | 'after'>): string {
  if (what === 'batch') return `moved it from the batch “${before}” to “${after}”`;
  const noun = what === 'group_tag' ? 'group tag' : what === 'profile' ? 'profile' : 'organization’s own profile';
  if (after === null) return `took away the ${noun} “${before}”`;
  return before === null ? `gave it the ${noun} “${after}”` : `changed the ${noun} from “${before}” to “${after}”`;
}
