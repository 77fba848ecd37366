import { organizationsOf } from '@/lib/audit/entries';
import { eventsAfter, type FollowedEvent, newestSeq } from '@/lib/audit/follow';
import type { UserActor } from '@/lib/auth/actor';
import { livingSessions } from '@/lib/auth/living-sessions';
import { log } from '@/lib/log';
import { supportTopicsOf, type Topic, topicsOf, visibleTopics } from './topics';
import { onCommitted } from './wake';

/** Somebody who looks at a page. */
export interface Watcher {
  person: UserActor;
  changed(topics: Topic[]): void;
  end(): void;
}

/** Milliseconds between two looks at what other processes committed. */
const pause = 1000;
/** Milliseconds after a commit of this process; an import commits many times a second. */
const soon = 50;
/** A session that ended keeps its streams for this many looks at most. */
const looksPerSessionCheck = 3;
/** Events, and sessions, read at once. */
const portion = 500;

/**
 * Follows the audit log and tells watchers which topics changed. The log has one event per state change, numbered in the
 * order of commits and without a gap, so that reading on from the last number misses nothing (docs/decisions/0008).
 */
export class Feed {
  readonly watchers = new Set<Watcher>();
  private started: Promise<void> | null = null;
  private cursor = 0;
  private timer: NodeJS.Timeout | undefined;
  private looking = false;
  private again = false;
  private looks = 0;
  private closed = false;

  constructor() {
    onCommitted(() => this.hurry());
  }

  /** From the moment this resolves, the watcher hears of everything that is committed. */
  async add(watcher: Watcher): Promise<void> {
    if (this.closed) return watcher.end();
    this.watchers.add(watcher);
    this.started ??= this.start();
    try {
      await this.started;
    } catch (error) {
      this.started = null;
      this.remove(watcher);
      throw error;
    }
  }

  remove(watcher: Watcher): void {
    this.watchers.delete(watcher);
    if (this.watchers.size > 0) return;
    clearTimeout(this.timer);
    this.started = null;
  }

  /** Ends all streams; for a process that stops. */
  close(): void {
    this.closed = true;
    for (const watcher of [...this.watchers]) watcher.end();
  }

  private async start(): Promise<void> {
    this.cursor = await newestSeq();
    this.again = false;
    this.schedule(pause);
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    if (this.watchers.size > 0) this.timer = setTimeout(() => void this.look(), delay).unref();
  }

  private hurry(): void {
    if (this.again || !this.started) return;
    this.again = true;
    if (!this.looking) this.schedule(soon);
  }

  /** One look at what was committed since the last one. */
  async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    this.again = false;
    try {
      await this.read();
      if (++this.looks % looksPerSessionCheck === 0) await this.endOver();
    } catch (error) {
      log.error({ error }, 'live updates cannot reach the database');
    } finally {
      this.looking = false;
      this.schedule(this.again ? soon : pause);
    }
  }

  private async read(): Promise<void> {
    for (;;) {
      const events = await eventsAfter(this.cursor, portion);
      const last = events.at(-1);
      if (!last) return;
      this.cursor = last.seq;
      this.tell(events);
      if (events.length < portion) return;
    }
  }

  private tell(events: FollowedEvent[]): void {
    const byOrganization = new Map<string, FollowedEvent[]>();
    for (const event of events) {
      for (const id of organizationsOf(event)) {
        const theirs = byOrganization.get(id);
        if (theirs) theirs.push(event);
        else byOrganization.set(id, [event]);
      }
    }
    for (const watcher of this.watchers) {
      const { id, tenant } = watcher.person;
      const theirs = byOrganization.get(tenant.id) ?? [];
      const touched = theirs.flatMap(({ action, actorId }) => topicsOf(action, actorId === id));
      const asked = tenant.kind === 'operator' ? events.flatMap(({ action }) => supportTopicsOf(action)) : [];
      const topics = visibleTopics(watcher.person, [...touched, ...asked]);
      if (topics.length > 0) watcher.changed(topics);
    }
  }

  private async endOver(): Promise<void> {
    const watchers = [...this.watchers];
    for (let from = 0; from < watchers.length; from += portion) {
      const some = watchers.slice(from, from + portion);
      const living = await livingSessions(some.map(({ person }) => person.sessionId));
      for (const watcher of some) if (!living.has(watcher.person.sessionId)) watcher.end();
    }
  }
}

/** Next bundles this file more than once; a process has one feed. scripts/server.mjs closes it. */
const shared = globalThis as typeof globalThis & { countersignFeed?: Feed };
shared.countersignFeed ??= new Feed();
export const feed = shared.countersignFeed;
