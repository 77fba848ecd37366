import Bowser from 'bowser';

/** What somebody calls the device behind a User-Agent: "Firefox on Windows". Browsers can say what they like, so it proves nothing. */
export function nameAgent(agent: string | null): string {
  if (!agent) return 'A program';
  const { browser, os } = Bowser.parse(agent);
  if (!browser.name) return 'An unknown browser';
  return os.name ? `${browser.name} on ${os.name}` : browser.name;
}
