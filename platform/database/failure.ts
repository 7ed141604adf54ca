/** The database cannot be had. The message says why, and what to do instead. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';

  constructor(reason: string, options?: ErrorOptions) {
    super(`${reason}\n${REMEDY}`, options);
  }
}

const REMEDY = [
  'To use a PostgreSQL server of your own (version 15 or later) instead of the embedded one, set DATABASE_URL:',
  '  DATABASE_URL=postgresql://user:password@localhost:5432/concordat_hub',
].join('\n');
