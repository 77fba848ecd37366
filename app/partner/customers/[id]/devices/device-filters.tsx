import { load } from '@/app/load';
import { Select, TextInput } from '@/components/ui/field';
import { filterChoices } from '@/lib/devices/filter-queries';
import { longestGroupTag, longestOrderNumber } from '@/lib/devices/limits';
import { paths } from '@/lib/paths';
import type { DeviceAddress } from './device-address';

interface ChoiceProps {
  name: string;
  label: string;
  /** What no choice is called. */
  all: string;
  /** What one that is not among the choices is called. */
  other: string;
  chosen: string | undefined;
  choices: { id: string; name: string }[];
}

function Choice({ name, label, all, other, chosen, choices }: ChoiceProps) {
  if (choices.length === 0 && !chosen) return null;
  return (
    <Select key={chosen} name={name} aria-label={label} defaultValue={chosen ?? ''} className="sm:w-36!">
      <option value="">{all}</option>
      {chosen && !choices.some(({ id }) => id === chosen) && <option value={chosen}>{other}</option>}
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </Select>
  );
}

/** What the devices of a customer are narrowed to, beside the search. */
export async function DeviceFilters({ customerId, address }: { customerId: string; address: DeviceAddress }) {
  const { batches, profiles } = await load(filterChoices, { customerId }, paths.customerDevices(customerId));
  const { batch, profile, tag, order } = address;
  const text = { autoComplete: 'off', spellCheck: false, className: 'sm:w-32!' };
  return (
    <>
      <Choice name="batch" label="Batch" all="All batches" other="An older batch" chosen={batch} choices={batches} />
      <Choice
        name="profile"
        label="Profile"
        all="All profiles"
        other="A profile that is gone"
        chosen={profile}
        choices={profiles}
      />
      <TextInput
        {...text}
        key={`tag ${tag}`}
        name="tag"
        aria-label="Group tag"
        placeholder="Group tag"
        defaultValue={tag}
        maxLength={longestGroupTag}
      />
      <TextInput
        {...text}
        key={`order ${order}`}
        name="order"
        aria-label="Order number"
        placeholder="Order number"
        defaultValue={order}
        maxLength={longestOrderNumber}
      />
    </>
  );
}
