import type { Call } from '@/app/v1/call';

/** Every call there is below an address, by what it is about; made from the list that answers them. */
export const CallTable = ({ root, calls }: { root: string; calls: readonly Call[] }) => (
  <div className="grid gap-6">
    {[...new Set(calls.map(({ tag }) => tag))].map((tag) => (
      <section key={tag}>
        <h3 className="mb-2 text-lg">{tag}</h3>
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {calls
            .filter((call) => call.tag === tag)
            .map(({ method, path, summary }) => (
              <li key={method + path} className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[4rem_1fr]">
                <code className="text-sm font-semibold uppercase">{method}</code>
                <div className="min-w-0">
                  <code className="text-sm break-words">
                    {root}
                    {path}
                  </code>
                  <p className="text-sm text-muted">{summary}</p>
                </div>
              </li>
            ))}
        </ul>
      </section>
    ))}
  </div>
);
