import { closeDatabase } from '@/db';
import { importIsUnfinished } from '@/db/import';
import { migrate } from '@/db/migrate';
import { systemActor } from '@/lib/auth/actor';
import { parseEnv } from '@/lib/env';
import { issueSetupLink } from '@/lib/setup/issue-setup-link';
import { demoAccounts, seedDemo } from './seed-demo';

// Before the pages are served: is the environment right (`--check` stops there), is the database up to date, is the demo in it?
function stop(sentence: string): never {
  console.error(`\nCountersign cannot start:\n${sentence}`);
  process.exit(1);
}

function checked() {
  try {
    return parseEnv(process.env);
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

/** Without the demo somebody has to be the first; the link is for whoever can read what a start prints. */
async function offerSetup(): Promise<void> {
  const issued = await issueSetupLink(systemActor('start'), {});
  if (issued.ok) {
    console.log(
      `\nThis portal has no operator yet. Set it up within a day, by this link, which works once:\n${issued.url}`,
    );
  }
  if (!env.SMTP_URL) console.log('\nSMTP_URL is not set, so no mail leaves: nobody can be invited or asked.');
}

const env = checked();
if (!process.argv.includes('--check')) {
  const applied = await migrate().catch((error: Error) =>
    stop(`The database named by DATABASE_URL (or DATA_DIR) cannot be used: ${error.message}.`),
  );
  if (applied.length > 0) console.log(`Database brought up to date: ${applied.join(', ')}`);
  if (await importIsUnfinished()) {
    stop(
      'An import into this database was cut off. Run npm run db:import with the same file again; it goes on from there.',
    );
  }
  if (env.DEMO) {
    await seedDemo();
    console.log(`\n${demoAccounts()}`);
  } else {
    await offerSetup();
  }
  await closeDatabase();
}
