import { rmSync } from 'node:fs';

/** The last thing of a run: the database of its server goes. */
export default function removeFolder(): void {
  if (process.env.E2E_FOLDER) rmSync(process.env.E2E_FOLDER, { recursive: true, force: true });
}
