import type { Formats } from '@/components/ui/formats';
import type { UploadMode } from '@/lib/devices/receive-input';
import type { PreviewState } from './preview-state';

/** What the button will do, as far as that is known. */
export function registerLabel(
  { phase, counts }: Pick<PreviewState, 'phase' | 'counts'>,
  mode: UploadMode,
  { number }: Formats,
): string {
  if (phase === 'planning' || phase === 'reading') return 'Register without preview';
  if (!counts || (phase !== 'checking' && phase !== 'done')) return 'Register devices';
  if (mode === 'all_or_nothing' && counts.rejected > 0) return 'Register all or nothing';
  return `Register ${number(counts.good)} ${counts.good === 1 ? 'device' : 'devices'}`;
}
