import { parseArgs } from 'node:util';
import { closeDatabase } from '@/db';
import type { Break } from '@/lib/audit/diagnose';
import { verifyChain } from '@/lib/audit/verify';

// `npm run audit:verify [-- --head <hash>]`: is the audit chain what it was? Prints a head to note down somewhere else.
const hint = 'Usage: npm run audit:verify -- --head <the 64 digits that an earlier check printed>';

function readHead(): string | undefined {
  try {
    const { head } = parseArgs({ options: { head: { type: 'string' } } }).values;
    if (head === undefined || /^[0-9a-f]{64}$/i.test(head)) return head?.toLowerCase();
  } catch {
    // What it does not know, it answers with the hint.
  }
  console.error(hint);
  process.exit(2);
}

const sentences: Record<Break['flaw'], (seq: number) => string> = {
  changed: (seq) => `Event ${seq} is not what was written: it was changed.`,
  missing: (seq) => `Event ${seq} is missing: it was taken out.`,
  reordered: (seq) => `Event ${seq} is in another's place: events were reordered.`,
  inserted: (seq) => `Event ${seq} was never written by the portal: it was inserted.`,
  unlisted: (seq) => `Event ${seq} is in order, but the activity logs do not show it to whom and as they should.`,
  cut_off: (seq) =>
    `The chain ends with event ${seq} and does not hold the given head: its end was cut off or rewritten.`,
};

const head = readHead();
try {
  const verdict = await verifyChain({ head });
  if (verdict.ok) {
    console.log(`The audit chain is unbroken: ${verdict.count.toLocaleString('en')} events.`);
    console.log(`Head: ${verdict.head}`);
  } else {
    console.error(sentences[verdict.flaw](verdict.seq));
    if (verdict.id) console.error(`Its id: ${verdict.id}`);
    process.exitCode = 1;
  }
} catch (error) {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  console.error('The database named by DATABASE_URL (or DATA_DIR) cannot be read:');
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 2;
} finally {
  await closeDatabase();
}
