import type { MailModel } from './mail-model';

/** The plain-text body. */
export function renderText({ paragraphs, action, footer }: MailModel): string {
  return `${[...paragraphs, `${action.label}:\n${action.url}`, `--\n${footer}`].join('\n\n')}\n`;
}
