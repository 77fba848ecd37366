import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field, Select, TextInput } from '@/components/ui/field';
import { TextLink } from '@/components/ui/text-link';
import { type ActivitySearch, searchParams } from '@/lib/audit/activity-search';
import { knownActions } from '@/lib/audit/sentences';
import { topics } from '@/lib/audit/wording';

interface ActivityFilterProps {
  action: string;
  search: ActivitySearch;
  /** What other organisations are called here. */
  others: string;
  /** Whether this log has events that concern no organisation. */
  everything: boolean;
}

/** A plain GET form: what is searched for stands in the address. */
export function ActivityFilter({ action, search, others, everything }: ActivityFilterProps) {
  const given = searchParams(search);
  return (
    <search>
      {/* Made anew for another search, so that its fields say what is searched for. */}
      <form key={JSON.stringify(given)} action={action} className="grid gap-3">
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-[1fr_1fr_1.25fr_auto_auto]">
          <Field label="Person">
            {(field) => <TextInput {...field} name="person" defaultValue={search.person} maxLength={200} />}
          </Field>
          <Field label={others}>
            {(field) => <TextInput {...field} name="organization" defaultValue={search.organization} maxLength={200} />}
          </Field>
          <div className="col-span-2 lg:col-span-1">
            <Field label="Action">
              {(field) => (
                <Select {...field} name="action" defaultValue={search.action}>
                  <option value="">All actions</option>
                  <ActionOptions everything={everything} />
                </Select>
              )}
            </Field>
          </div>
          <Field label="From">
            {(field) => <TextInput {...field} type="date" name="from" defaultValue={search.from} />}
          </Field>
          <Field label="To">{(field) => <TextInput {...field} type="date" name="to" defaultValue={search.to} />}</Field>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Checkbox
            label="Show every step"
            description="Also what lies between the beginning and the end, such as each group of rows of an upload."
            name="steps"
            value="1"
            defaultChecked={search.steps === '1'}
          />
          <div className="flex items-center gap-4">
            {Object.values(given).some(Boolean) && <TextLink href={action}>Clear filter</TextLink>}
            <Button type="submit" variant="secondary">
              Filter
            </Button>
          </div>
        </div>
      </form>
    </search>
  );
}

const ActionOptions = ({ everything }: { everything: boolean }) =>
  (Object.keys(topics) as (keyof typeof topics)[]).map((topic) => {
    const offered = knownActions.filter(
      ([, wording]) => wording.topic === topic && (everything || !wording.operatorOnly),
    );
    return (
      <optgroup key={topic} label={topics[topic]}>
        {offered.map(([value, { label }]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </optgroup>
    );
  });
