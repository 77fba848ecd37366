/** Where to ask; both take `?age=` in milliseconds. */
export interface LiveSource {
  stream: string;
  missed: string;
}

/** Milliseconds within which a new stream must say that it is ready; what holds it back would hold back everything. */
const patience = 10_000;
/** The server says something every 20 seconds; a stream that is silent for longer is dead, whatever the socket thinks. */
const silence = 45_000;
const pollPause = 10_000;
/** Every so many polls a stream is tried again. */
const pollsPerTry = 6;

/**
 * Keeps an open page told of what changes, until the returned function is called: by a stream while it works, by asking every
 * 10 seconds once a stream has failed twice, and not at all while nobody sees the page. Whoever comes back asks for what was
 * missed since; a session that has ended is the end.
 */
export function connectLive({ stream, missed }: LiveSource, changed: (topics: string[]) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let polls = 0;
  let over = false;
  /** When this page was last known to show what the server has. */
  let current = performance.timeOrigin;

  const since = (address: string) => `${address}?age=${Math.max(0, Math.round(Date.now() - current))}`;
  const wait = (work: () => void, pause: number) => {
    clearTimeout(timer);
    if (!over && !document.hidden) timer = setTimeout(work, pause);
  };
  const drop = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };

  function connect() {
    drop();
    source = new EventSource(since(stream));
    const heard = ({ type, data }: MessageEvent<string>) => {
      failures = 0;
      current = Date.now();
      wait(fail, silence);
      if (type === 'changed') changed(data.split(' '));
    };
    for (const type of ['ready', 'changed', 'beat']) source.addEventListener(type, heard);
    source.onerror = fail;
    wait(fail, patience);
  }

  function fail() {
    drop();
    // Not all at the same moment: a server that stopped has sent everybody away at once.
    if (++failures >= 2) wait(poll, 0);
    else wait(connect, 500 + Math.random() * 2000);
  }

  async function poll() {
    const asked = Date.now();
    const answer = await fetch(since(missed)).catch(() => null);
    // Meanwhile the page was hidden and seen again, and has a stream that asked the same.
    if (source) return;
    if (answer?.status === 401) over = true;
    if (over || !answer?.ok) return wait(poll, pollPause);
    const { topics } = (await answer.json()) as { topics: string[] };
    current = asked;
    if (topics.length > 0) changed(topics);
    wait(++polls % pollsPerTry === 0 ? connect : poll, pollPause);
  }

  function look() {
    if (document.hidden || over) drop();
    else connect();
  }

  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    over = true;
    drop();
    document.removeEventListener('visibilitychange', look);
  };
}
