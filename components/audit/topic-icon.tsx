import { Bell, Handshake, Laptop, LogIn, type LucideIcon, Waypoints } from 'lucide-react';
import type { topics } from '@/lib/audit/sentences';

const icons: Record<keyof typeof topics, LucideIcon> = {
  sign_in: LogIn,
  consent: Handshake,
  partners: Waypoints,
  devices: Laptop,
  portal: Bell,
};

/** What an event is about, at a glance; its sentence says so in words. */
export function TopicIcon({ topic }: { topic: keyof typeof topics }) {
  const Icon = icons[topic];
  return (
    <span className="grid size-8 place-items-center rounded-full bg-sunken text-muted">
      <Icon aria-hidden className="size-4" />
    </span>
  );
}
