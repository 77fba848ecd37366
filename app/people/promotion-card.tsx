'use client';

import { ActionButton } from '@/components/ui/action-button';
import { Card } from '@/components/ui/card';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ShownPerson } from '@/lib/people/queries';
import { confirm, refuse } from './actions';
import { refusals } from './refusals';
import { roleList } from './role-list';

interface PromotionCardProps {
  person: ShownPerson;
  promotion: NonNullable<ShownPerson['promotion']>;
}

/** What was proposed for this person, for the one who confirms or refuses it. */
export function PromotionCard({ person: { id, name }, promotion: { roles, by, at, own } }: PromotionCardProps) {
  const said = async (run: typeof confirm) => {
    const result = await run(id);
    return result.ok ? result : { ...result, message: refusals(result) };
  };
  return (
    <Card title="Proposed">
      <p>
        {own ? 'You' : by} proposed <RelativeTime at={at} /> that {name} becomes: {roleList(roles).toLowerCase()}.{' '}
        {own ? 'Another support administrator has to confirm it.' : 'It counts once you confirm it.'}
      </p>
      <div className="mt-4 flex flex-wrap items-start gap-3">
        {!own && (
          <ConfirmedAction
            label="Confirm"
            question={`Make ${name} a support administrator?`}
            consequences={[
              'They manage everybody of the operator, and see what every organization does.',
              'Their sessions end; they sign in again with the new roles.',
            ]}
            done="Confirmed."
            run={() => said(confirm)}
            already="already_decided"
          />
        )}
        <ActionButton size="sm" label={own ? 'Take it back' : 'Refuse'} run={() => said(refuse)} refusals={{}} />
      </div>
    </Card>
  );
}
