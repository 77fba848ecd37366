import { Icon, type IconName } from '@/components/ui/icon';
import type { topics } from '@/lib/audit/wording';

const icons: Record<keyof typeof topics, IconName> = {
  sign_in: 'enter',
  people: 'people',
  consent: 'handshake',
  partners: 'waypoints',
  devices: 'laptop',
  api: 'key',
  support: 'shield',
  portal: 'dashboard',
};

/** What an event is about, at a glance; its sentence says so in words. */
export const TopicIcon = ({ topic }: { topic: keyof typeof topics }) => (
  <span className="grid size-8 place-items-center rounded-full bg-sunken text-muted">
    <Icon name={icons[topic]} />
  </span>
);
