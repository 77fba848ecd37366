import { type MaybeActor, requireUser } from '@/lib/auth/actor';
import { authorise, refuseViewer } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { feed, type Watcher } from './feed';
import { missedTopics } from './queries';
import type { Topic } from './topics';

/** A person rarely looks at more pages at once; who does polls. */
const streamsPerPerson = 12;
/** One process holds no more; each costs a socket and a few kilobytes. */
const streamsInAll = 2000;
/** Milliseconds. Common proxies drop a connection that is silent for a minute, and so does our server. */
const heartbeat = 20_000;
/** Messages that a browser may be behind before it is let go; it comes back and asks what it missed. */
const patience = 20;

/**
 * Server-sent events for one open page: `ready` at once, then `changed` with topic names and nothing else, until the page
 * goes, its session ends or this process stops. `age` is how long ago, in milliseconds, the page last knew that it was up to
 * date. Throws AppError `signed_out`, `viewing`, or `too_many`.
 */
export async function openStream(actor: MaybeActor, age: unknown): Promise<ReadableStream<Uint8Array>> {
  // What is seen with an organization's eyes is seen for a while; a stream would outlast it.
  refuseViewer(actor);
  authorise(actor, 'live:watch');
  const person = requireUser(actor);
  const theirs = [...feed.watchers].filter((watcher) => watcher.person.id === person.id);
  if (theirs.length >= streamsPerPerson || feed.watchers.size >= streamsInAll) throw new AppError('too_many');

  const bytes = new TextEncoder();
  let beat: NodeJS.Timeout | undefined;
  let out: ReadableStreamDefaultController<Uint8Array> | undefined;
  const leave = () => {
    clearInterval(beat);
    feed.remove(watcher);
    out = undefined;
  };
  const watcher: Watcher = {
    person,
    changed: (topics) => say(`event: changed\ndata: ${topics.join(' ')}\n\n`),
    end() {
      out?.close();
      leave();
    },
  };
  const say = (message: string) => {
    if (!out) return;
    if ((out.desiredSize ?? 0) < -patience) return watcher.end();
    out.enqueue(bytes.encode(message));
  };
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      out = controller;
      say('event: ready\ndata: -\n\n');
      beat = setInterval(() => say('event: beat\ndata: -\n\n'), heartbeat).unref();
    },
    cancel: leave,
  });
  try {
    // In this order: what is committed in between is heard of twice rather than not at all.
    await feed.add(watcher);
    const missed: Topic[] = await missedTopics(actor, { age });
    if (missed.length > 0) watcher.changed(missed);
  } catch (error) {
    leave();
    throw error;
  }
  return stream;
}
