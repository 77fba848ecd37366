import { currentFormats } from '@/app/current-formats';
import { Icon } from '@/components/ui/icon';
import { roleNames } from '@/lib/auth/role-names';
import { currentActor } from '@/lib/auth/session';
import { EndViewing } from './end-viewing';

/** Above every page, wherever it belongs, while one of support sees what an organization sees. */
export async function ViewingBanner() {
  // A page whose own question fails says so itself.
  const actor = await currentActor().catch(() => null);
  if (!actor?.viewer) return null;
  const { clock } = await currentFormats();
  const { tenant, roles, viewer } = actor;
  const role = roles.map((one) => roleNames[one]).join(', ');
  return (
    <section
      aria-label="Viewing"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-warning/30 bg-warning-soft px-4 py-2 print:hidden"
    >
      <p className="flex min-w-0 items-start gap-2">
        <Icon name="shield" className="mt-0.5 shrink-0 text-warning" />
        <span className="min-w-0">
          <strong className="font-semibold">You see what {tenant.name} sees. Nothing can be changed.</strong> As its{' '}
          {role}, until {clock(viewer.until)}.
        </span>
      </p>
      <EndViewing tenantId={tenant.id} />
    </section>
  );
}
