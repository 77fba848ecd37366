import { Alert } from '@/components/ui/alert';
import { Progress } from '@/components/ui/progress';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { Round } from './use-sending';

const requests = (count: number) => (count === 1 ? '1 request' : `${count} requests`);

/** How far the sending has come; once it is over, what was sent and what was not. */
export function RoundReport({ round: { state, total, done, sent, stopped } }: { round: Round }) {
  if (state === 'sending') {
    return (
      <div className="grid gap-2">
        <Progress label="Rows worked through" value={done} max={total} />
        <p role="status" className="text-sm text-muted tabular-nums">
          {done} of {total} worked through, {requests(sent)} sent
        </p>
      </div>
    );
  }
  const rest = total - sent;
  return (
    <div className="grid gap-3">
      {stopped && (
        <Alert tone="danger" title="The sending stopped">
          {stopped}
        </Alert>
      )}
      {sent > 0 && (
        <Alert tone={rest === 0 ? 'success' : 'warning'} title={`${requests(sent)} sent`}>
          {rest > 0 && `${rest === 1 ? '1 row was' : `${rest} rows were`} not sent and stayed in the list. `}
          You get a mail for each answer. <TextLink href={paths.requests()}>See your requests</TextLink>
        </Alert>
      )}
      {sent === 0 && !stopped && <Alert tone="danger">Nothing was sent. Each row says why.</Alert>}
    </div>
  );
}
