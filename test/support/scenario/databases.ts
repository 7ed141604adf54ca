import { fileURLToPath } from 'node:url';
import { migrate } from '../../../platform/database/migrate.ts';
import { testServer } from '../database.ts';

const AGENCY_MIGRATIONS = fileURLToPath(new URL('../../../subgraphs/agency/prisma/migrations', import.meta.url));

let worlds = 0;

/** A database for the hub and one for each agency, and what drops them. */
export async function scenarioDatabases(codes: readonly string[]) {
  const server = await testServer();
  const run = `concordat_test_${process.pid}_${Date.now().toString(36)}_${worlds++}`;
  const nameOf = (code: string) => `${run}_${code.toLowerCase().replaceAll('-', '_')}`;
  for (const code of ['hub', ...codes]) await server.ensure(nameOf(code));
  await Promise.all(codes.map((code) => migrate(server.urlOf(nameOf(code)), AGENCY_MIGRATIONS)));
  return {
    url: (code: string) => server.urlOf(nameOf(code)),
    drop: async () => {
      for (const code of ['hub', ...codes]) await server.drop(nameOf(code));
      await server.close();
    },
  };
}
