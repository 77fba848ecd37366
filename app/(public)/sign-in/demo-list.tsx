import type { DemoAccounts } from '@/lib/auth/demo-accounts';

interface DemoListProps {
  groups: DemoAccounts['groups'];
  onChoose: (email: string) => void;
}

/** Demo only: everybody there is, and a click fills in the form. */
export const DemoList = ({ groups, onChoose }: DemoListProps) => (
  <details className="rounded-md border border-line bg-sunken">
    <summary className="min-h-9 px-3 py-2 font-medium">Accounts of this demo</summary>
    <div className="grid gap-4 px-3 pb-3">
      <p className="text-sm text-muted">Choose an account to fill in both fields.</p>
      {groups.map(({ organization, people }) => (
        <section key={organization}>
          <h2 className="mb-1 text-sm">{organization}</h2>
          <ul className="grid gap-1 text-sm">
            {people.map(({ email, role }) => (
              <li key={email} className="flex flex-wrap items-center gap-x-2">
                <button type="button" onClick={() => onChoose(email)} className="link min-h-6">
                  {email}
                </button>
                <span className="text-muted">{role}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </details>
);
