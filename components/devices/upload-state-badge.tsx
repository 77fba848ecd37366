import { CircleAlert, CircleCheck, CircleX, Clock, LoaderCircle, type LucideIcon, Undo2 } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { UploadState } from '@/lib/devices/upload-state';

type Look = [word: string, tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger', icon: LucideIcon];

const looks: Record<UploadState, Look> = {
  received: ['Waiting', 'info', Clock],
  checking: ['Checking', 'info', LoaderCircle],
  queued: ['Waiting', 'info', Clock],
  running: ['Registering', 'info', LoaderCircle],
  finished: ['Finished', 'success', CircleCheck],
  finished_with_errors: ['Finished with rejected rows', 'warning', CircleAlert],
  failed: ['Failed', 'danger', CircleX],
  canceled: ['Canceled', 'neutral', CircleX],
  undone: ['Undone', 'neutral', Undo2],
};

export function UploadStateBadge({ state }: { state: UploadState }) {
  const [word, tone, icon] = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  );
}
