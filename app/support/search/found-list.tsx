import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { type Found, type FoundKind, foundAtMost, foundNames } from '@/lib/support/found';

interface FoundListProps {
  kind: FoundKind;
  rows: Found[];
  more: boolean;
}

/** Results of one kind. */
export const FoundList = ({ kind, rows, more }: FoundListProps) => (
  <Card title={rows.length === 1 ? foundNames[kind].one : foundNames[kind].many}>
    <ul className="grid gap-3">
      {rows.map(({ id, name, detail, href }) => (
        <li key={id} className="min-w-0 wrap-anywhere">
          <TextLink href={href}>{name}</TextLink>
          <span className="block text-sm text-muted">{detail}</span>
        </li>
      ))}
    </ul>
    {more && (
      <p className="mt-4 text-sm text-muted">
        These are the first {foundAtMost}. Type more of it to see fewer and others.
      </p>
    )}
  </Card>
);
