import type { Shown } from '@/lib/consent/shown';

/** Which directory role whose people get, and what that means. */
export function DapRoles({ roles }: { roles: Shown['roles'] }) {
  if (roles.length === 0) return null;
  return (
    <dl className="grid gap-3 sm:grid-cols-2">
      {roles.map(({ role, holders, means }) => (
        <div key={role} className="rounded-md border border-line bg-sunken p-3">
          <dt className="font-medium">
            {role} <span className="font-normal text-muted">for its {holders}</span>
          </dt>
          <dd className="mt-1 text-muted">{means}</dd>
        </div>
      ))}
    </dl>
  );
}
