import { Card } from '@/components/ui/card';
import { allows, rolesOf } from '@/lib/auth/policy';
import { roleNames } from '@/lib/auth/role-names';
import { currentActor } from '@/lib/auth/session';
import type { TenantFile } from '@/lib/support/tenant-queries';
import { ViewingForm } from './viewing-form';

/** How one of support comes to see what this organization sees. */
export async function ViewingCard({ tenant: { id, name, kind } }: { tenant: TenantFile }) {
  if (kind === 'operator' || !allows(await currentActor(), 'viewing:use')) return null;
  const roles = rolesOf[kind].map((role) => ({ role, label: roleNames[role] }));
  return (
    <Card title="See what they see">
      <p className="mb-4 max-w-prose text-muted">
        For 30 minutes this browser shows you the pages of {name} exactly as one of its roles has them. You can change
        nothing meanwhile, and none of support’s pages open. Its global administrators are told, and its activity log
        says who looked, as what and why.
      </p>
      <ViewingForm tenantId={id} roles={roles} />
    </Card>
  );
}
