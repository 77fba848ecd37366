import { load } from '@/app/load';
import { Select } from '@/components/ui/field';
import { resellerChoices } from '@/lib/partners/link-queries';
import { paths } from '@/lib/paths';

/** For a provider: its customers through all resellers, or through one. */
export async function ResellerFilter({ chosen }: { chosen: string | undefined }) {
  const choices = await load(resellerChoices, { chosen }, paths.customers());
  const known = !chosen || choices.some(({ id }) => id === chosen);
  return (
    <Select key={chosen} name="reseller" aria-label="Reseller" defaultValue={chosen ?? ''} className="sm:w-52!">
      <option value="">All resellers</option>
      {!known && <option value={chosen}>A reseller that is not linked</option>}
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
