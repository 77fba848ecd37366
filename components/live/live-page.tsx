import type { Topic } from '@/lib/live/topics';

interface LivePageProps {
  topics: Topic[];
  /** What is said once it has changed: "Customers" becomes "Customers updated". */
  name: string;
}

/** Marks what stands on a page, so that `LiveRefresh` brings it up to date when one of the topics changes. */
export const LivePage = ({ topics, name }: LivePageProps) => (
  <span hidden data-live={topics.join(' ')} data-live-name={name} />
);
