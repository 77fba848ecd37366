import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { RelativeTime } from '@/components/ui/relative-time';
import type { AskerView, HolderView } from '@/lib/conflicts/views';

type View = AskerView | HolderView;
type Words = Record<View['state'], { tone: 'info' | 'success' | 'warning'; say: ReactNode }>;

const due = ({ answerBy }: View) => <RelativeTime at={answerBy} />;

const next = ({ registered, customerName }: AskerView) =>
  registered ? `It is registered for ${customerName}.` : 'You can register it now.';

const asAsker = (view: AskerView): Words => ({
  asked: {
    tone: 'info',
    say: <>Whoever has the device has been asked. Without an answer, support decides {due(view)}.</>,
  },
  escalated: {
    tone: 'info',
    say: (
      <>
        {view.escalatedWhy === 'refused' ? 'Whoever has the device did not release it.' : 'Nobody answered in time.'}{' '}
        Support looks at your proof of purchase and decides.
      </>
    ),
  },
  released: { tone: 'success', say: <>The device is released. {next(view)}</> },
  rejected: { tone: 'warning', say: <>Support decided that the device stays where it is.</> },
  withdrawn: { tone: 'info', say: <>Your organization withdrew this request. You can ask again.</> },
  closed: { tone: 'success', say: <>The device is no longer registered elsewhere. {next(view)}</> },
});

const asHolder = (view: HolderView): Words => ({
  asked: { tone: 'warning', say: <>Your answer is due {due(view)}. After that support decides.</> },
  escalated: { tone: 'info', say: <>Support decides now. Until then you can still release the device.</> },
  released: { tone: 'success', say: <>The device is released: it is no longer registered.</> },
  rejected: { tone: 'success', say: <>Support decided that the device stays registered.</> },
  withdrawn: { tone: 'info', say: <>The request was withdrawn. The device stays registered.</> },
  closed: { tone: 'info', say: <>The device is no longer registered here, so there is nothing to answer.</> },
});

/** How a conflict stands and what comes next, as one side reads it. */
export function ProgressNote({ view }: { view: View }) {
  const { tone, say } = (view.side === 'asker' ? asAsker(view) : asHolder(view))[view.state];
  return (
    <Alert tone={tone}>
      <p>{say}</p>
      {view.answer && (
        <p className="mt-1">
          Support says: <q>{view.answer}</q>
        </p>
      )}
    </Alert>
  );
}
