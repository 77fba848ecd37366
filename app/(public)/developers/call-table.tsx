import { calls } from '@/app/v1/calls';

const tags = [...new Set(calls.map(({ tag }) => tag))];

/** Every call there is, by what it is about; made from the list that answers them. */
export const CallTable = () => (
  <div className="grid gap-6">
    {tags.map((tag) => (
      <section key={tag}>
        <h3 className="mb-2 text-lg">{tag}</h3>
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {calls
            .filter((call) => call.tag === tag)
            .map(({ method, path, summary }) => (
              <li key={method + path} className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[4rem_1fr]">
                <code className="text-sm font-semibold uppercase">{method}</code>
                <div className="min-w-0">
                  <code className="text-sm break-words">/v1{path}</code>
                  <p className="text-sm text-muted">{summary}</p>
                </div>
              </li>
            ))}
        </ul>
      </section>
    ))}
  </div>
);
