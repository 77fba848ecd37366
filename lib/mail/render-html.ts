import { defuse, defuseLine } from './defuse';
import type { MailModel } from './mail-model';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** Mail programs read no style sheets, so every rule stands on its element. */
const style = {
  body: 'margin:0;padding:24px 12px;background:#f4f5f7;color:#1c2330;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,sans-serif',
  card: 'max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #dfe3ea;border-radius:8px',
  preheader: 'display:none;max-height:0;overflow:hidden',
  heading: 'margin:0 0 20px;font-size:20px;line-height:1.3',
  paragraph: 'margin:0 0 16px',
  action: 'margin:24px 0',
  button:
    'display:inline-block;padding:12px 20px;background:#2447b3;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:600',
  footer: 'margin:24px 0 0;padding-top:16px;border-top:1px solid #dfe3ea;color:#5a6475;font-size:13px',
};

const element = (tag: string, rule: keyof typeof style, content: string) =>
  `<${tag} style="${style[rule]}">${content}</${tag}>`;

/** The HTML body: every word escaped, one link, no remote content. */
export function renderHtml({ subject, preheader, paragraphs, action, footer }: MailModel): string {
  const link = `<a href="${escapeHtml(action.url)}" style="${style.button}">${escapeHtml(action.label)}</a>`;
  const card = [
    element('h1', 'heading', escapeHtml(defuseLine(subject))),
    ...paragraphs.map((paragraph) => element('p', 'paragraph', escapeHtml(defuse(paragraph)).replaceAll('\n', '<br>'))),
    element('p', 'action', link),
    element('p', 'footer', escapeHtml(defuse(footer))),
  ].join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(defuseLine(subject))}</title></head>
<body style="${style.body}">
${element('span', 'preheader', escapeHtml(defuseLine(preheader)))}
${element('div', 'card', card)}
</body>
</html>
`;
}
