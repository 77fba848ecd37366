import { createServer, type Socket } from 'node:net';

/** A mail server on loopback that keeps what it is given; set `refusal` to make it refuse at the end of a mail. */
export interface TestSmtpServer {
  url: string;
  received: string[];
  refusal: string | null;
  stop(): Promise<void>;
}

export async function startSmtpServer(): Promise<TestSmtpServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let waiting = '';
    let inMail = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes) => {
      waiting += bytes.toString('utf8');
      for (;;) {
        const end = inMail ? '\r\n.\r\n' : '\r\n';
        const at = waiting.indexOf(end);
        if (at < 0) return;
        const part = waiting.slice(0, at);
        waiting = waiting.slice(at + end.length);
        if (inMail) {
          inMail = false;
          if (!self.refusal) received.push(part);
          say(self.refusal ?? '250 kept');
        } else if (/^DATA/i.test(part)) {
          inMail = true;
          say('354 go on');
        } else say(/^QUIT/i.test(part) ? '221 bye' : '250 ok');
      }
    });
    say('220 test');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const self: TestSmtpServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refusal: null,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return self;
}
