import { Send, Users } from 'lucide-react';
import { redirect } from 'next/navigation';
import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Figures } from '@/components/ui/figures';
import { PageHeader } from '@/components/ui/page-header';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { mayAsk } from '@/lib/consent/may-ask';
import { customerFigures, deviceFigures, requestFigures } from '@/lib/partners/dashboard-queries';
import { paths } from '@/lib/paths';
import { DeviceWeeks } from './device-weeks';
import { LatestRequests } from './latest-requests';
import { RequestStates } from './request-states';

export const metadata = { title: 'Dashboard' };

function howToBegin(maySend: boolean, isOem: boolean): string {
  if (isOem)
    return 'Support issues it. As soon as a customer’s global administrator has accepted by it, your programs can register its devices.';
  return maySend
    ? 'Ask a customer for consent. As soon as its global administrator has accepted, you can register its devices.'
    : 'Figures appear here as soon as the first customer has given consent.';
}

/** Everybody in a partner has a dashboard; what stands on it is what their role may see. */
export default async function DashboardPage() {
  const here = paths.partner();
  const actor = await currentActor();
  if (!actor) redirect(paths.signIn(here));
  const [customers, requests, devices] = await Promise.all([
    allows(actor, 'customers:read') ? load(customerFigures, {}, here) : null,
    allows(actor, 'requests:read') ? load(requestFigures, {}, here) : null,
    allows(actor, 'devices:read') ? load(deviceFigures, {}, here) : null,
  ]);
  const maySend = mayAsk(actor);
  const isOem = actor.tenant.partnerType === 'oem';
  const isNew = customers?.total === 0 && requests?.byState.size === 0;
  const waiting = (requests?.byState.get('sent') ?? 0) + (requests?.byState.get('opened') ?? 0);
  const actions = (
    <>
      {customers && (
        <a href={paths.customers()} className={buttonClass({ variant: 'secondary' })}>
          <Users aria-hidden className="size-4" />
          See customers
        </a>
      )}
      {isOem && customers && (
        <a href={paths.consentLink()} className={buttonClass()}>
          Consent link
        </a>
      )}
      {maySend && (
        <a href={paths.requestRelationship()} className={buttonClass()}>
          Request a reseller relationship
        </a>
      )}
    </>
  );
  return (
    <>
      <LivePage topics={['customers', 'requests', 'uploads']} name="Dashboard" />
      <PageHeader title="Dashboard" description={`${actor.tenant.name} at a glance.`} action={actions} />
      {!customers && !requests && (
        <EmptyState icon={Users} title="Your role has nothing here yet">
          A user administrator manages people. Ask a global administrator of your organization for an agent’s role to
          see customers and requests.
        </EmptyState>
      )}
      {isNew && (
        <EmptyState
          icon={Send}
          title={maySend ? 'Start with a request' : isOem ? 'Start with your consent link' : 'No customers yet'}
        >
          {howToBegin(maySend, isOem)}
        </EmptyState>
      )}
      {!isNew && customers && requests && (
        <div className="grid gap-6">
          <Figures
            items={[
              { label: 'Customers', value: customers.total },
              { label: 'Requests waiting for an answer', value: waiting },
              ...(devices ? [{ label: 'Devices registered by uploads', value: devices.total }] : []),
            ]}
          />
          <div className="grid gap-6 lg:grid-cols-2">
            {devices && <DeviceWeeks weeks={devices.weeks} />}
            <RequestStates byState={requests.byState} />
          </div>
          <LatestRequests requests={requests.latest} />
        </div>
      )}
    </>
  );
}
