import { defineConfig } from 'drizzle-kit';

process.env.DATABASE_URL = 'file:generate-only.db';

export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema.ts',
  out: './db/migrations/sqlite',
  casing: 'snake_case',
});
