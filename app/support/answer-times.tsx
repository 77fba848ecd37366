import { useFormats } from '#formats';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { describeDuration } from '@/components/ui/describe-duration';
import type { DeskFigures } from '@/lib/support/figures-queries';

const names: Record<keyof DeskFigures['answers'], string> = {
  removals: 'Removal requests',
  conflicts: 'Device conflicts',
  requests: 'Consent requests',
};

/** How long it took until those were answered who asked. */
export function AnswerTimes({ answers }: { answers: DeskFigures['answers'] }) {
  const { number } = useFormats();
  return (
    <Card title="Median time to answer">
      <p className="mb-4 text-muted">
        Of what was answered in the last 90 days, from asking to the answer. Half of them waited no longer than this.
      </p>
      <DefinitionList
        items={(Object.keys(names) as (keyof typeof names)[]).map((key) => {
          const { median, answered } = answers[key];
          return {
            term: names[key],
            description:
              median === null ? 'None was answered' : `${describeDuration(median)} (${number(answered)} answered)`,
          };
        })}
      />
    </Card>
  );
}
