import { startSmtpServer } from '@/lib/testing/smtp-server';
import { expect } from './fixtures';

/** What a quoted-printable text says (RFC 2045). */
const unquoted = (text: string) =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_sign, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** A mail server for a portal without the demo, where nobody reads the outbox. */
export async function collectMail() {
  const server = await startSmtpServer();
  const linksTo = (address: string, path: RegExp): string[] =>
    server.received
      .filter((mail) => mail.toLowerCase().includes(`to: ${address.toLowerCase()}`))
      .flatMap((mail) => unquoted(mail).match(/http:\/\/localhost:\d+\/[^\s"<>]*/g) ?? [])
      .filter((link) => path.test(link));
  return {
    url: server.url,
    stop: server.stop,
    /** The newest link of this kind that an address was mailed, once there is one. */
    async linkTo(address: string, path: RegExp): Promise<string> {
      await expect(() => expect(linksTo(address, path).length).toBeGreaterThan(0)).toPass({ timeout: 20_000 });
      return linksTo(address, path).at(-1) ?? '';
    },
  };
}
