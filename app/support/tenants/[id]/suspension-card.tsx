import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { SuspensionFacts } from '@/components/suspensions/suspension-facts';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { openSuspensionsOf } from '@/lib/suspensions/queries';
import { Propose } from '../../suspensions/propose';
import { SuspensionSteps } from '../../suspensions/suspension-steps';

/** Whether a partner as a whole is suspended or about to be, and what can be done about it. */
export async function SuspensionCard({ tenant: { id, name } }: { tenant: { id: string; name: string } }) {
  const open = await load(openSuspensionsOf, { tenantId: id }, paths.supportTenant(id));
  const whole = open.find(({ clientId }) => clientId === null);
  return (
    <Card title="Suspension">
      <LivePage topics={['suspensions']} name={name} />
      {whole ? (
        <div className="grid gap-5">
          <SuspensionFacts suspension={whole} />
          <SuspensionSteps suspension={whole} />
          <p className="text-sm">
            <TextLink href={paths.suspension(whole.id)}>Open the suspension</TextLink>
          </p>
        </div>
      ) : (
        <div className="grid justify-items-start gap-4">
          <p className="text-muted">
            {name} works. A suspension stops everything it does, until it is reinstated; it takes two people of support.
          </p>
          <Propose tenantId={id} organization={name} client={null} />
        </div>
      )}
    </Card>
  );
}
