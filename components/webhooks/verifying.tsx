import { CodeBlock } from '@/components/ui/code-block';

const example = `import { createHmac, timingSafeEqual } from 'node:crypto';

// body: the bytes as they came, before any parsing
function isGenuine(headers, body, secret) {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  if (Math.abs(Date.now() / 1000 - timestamp) > 300) return false;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const made = createHmac('sha256', key)
    .update(\`\${id}.\${timestamp}.\${body}\`)
    .digest('base64');
  return headers['webhook-signature'].split(' ').some((given) =>
    given.length === made.length + 3 &&
    timingSafeEqual(Buffer.from(given), Buffer.from(\`v1,\${made}\`)));
}`;

/** How a receiver knows that an event is ours, for whoever writes one. */
export const Verifying = () => (
  <div className="grid gap-3">
    <p>
      Every event is a POST of JSON with <code>type</code>, <code>timestamp</code> and <code>data</code>, signed as
      Standard Webhooks describes, so that a library for it works unchanged. Answer with 2xx within 10 seconds; anything
      else is tried again, ten times within three days.
    </p>
    <ul className="ml-5 grid list-disc gap-1">
      <li>
        <code>webhook-signature</code> holds one or two signatures: two for a day after the secret was replaced. One
        that fits is enough.
      </li>
      <li>
        <code>webhook-id</code> is the same whenever an event is sent again. Keep those you have seen, and leave out
        repetitions. Events may come in another order than they happened.
      </li>
      <li>Refuse what is older than five minutes by its timestamp.</li>
    </ul>
    <CodeBlock label="Example in JavaScript" code={example} />
  </div>
);
