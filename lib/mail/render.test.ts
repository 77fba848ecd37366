import { expect, it } from 'vitest';
import { renderHtml } from './render-html';
import { renderText } from './render-text';

const model = {
  subject: 'Fabrikam <asks> & "waits"',
  preheader: 'Somebody decides.',
  paragraphs: ["Hello O'Reilly & Sons,", '<script>alert(1)</script>'],
  action: { label: 'Review the request', url: 'https://portal.example/invitation/abc?a=1&b=2' },
  footer: 'Countersign sends this.',
};

it('renders text with each paragraph, the link and the reason', () => {
  expect(renderText(model)).toBe(
    "Hello O'Reilly & Sons,\n\n<script>alert(1)</script>\n\nReview the request:\nhttps://portal.example/invitation/abc?a=1&b=2\n\n--\nCountersign sends this.\n",
  );
});

it('escapes every word of the HTML', () => {
  const html = renderHtml(model);
  expect(html).toContain('Fabrikam &lt;asks&gt; &amp; &quot;waits&quot;');
  expect(html).toContain('Hello O&#39;Reilly &amp; Sons,');
  expect(html).not.toContain('<script');
});

it('has one link and fetches nothing', () => {
  const html = renderHtml(model);
  expect(html.match(/https?:/g)).toEqual(['https:']);
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain('href="https://portal.example/invitation/abc?a=1&amp;b=2"');
  expect(html).not.toMatch(/<(img|link|iframe|object|video|form)|url\(|@import|src=/i);
});
