/** The SQLSTATE, SQLite code or cause chain of a database error, whichever driver threw it. */
function codes(error: unknown): string[] {
  const found: string[] = [];
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string') found.push(at.code);
  }
  return found;
}

/** True for a broken unique index or primary key on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  return codes(error).some(
    (code) => code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY',
  );
}

/** True when the engine has no room left: disk full on SQLite or PostgreSQL. */
export function isStorageFull(error: unknown): boolean {
  return codes(error).some((code) => code === 'SQLITE_FULL' || code === '53100' || code === 'ENOSPC');
}
