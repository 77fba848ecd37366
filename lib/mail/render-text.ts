import { defuse } from './defuse';
import type { MailModel } from './mail-model';

/** The plain-text body. */
export function renderText({ paragraphs, action, footer }: MailModel): string {
  const words = paragraphs.map(defuse);
  return `${[...words, `${action.label}:\n${action.url}`, `--\n${defuse(footer)}`].join('\n\n')}\n`;
}
