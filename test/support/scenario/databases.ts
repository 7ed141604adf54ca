import { templateOf, testServer } from '../database.ts';

const AGENCY_MIGRATIONS = 'subgraphs/agency/prisma/migrations';
const HUB_MIGRATIONS = 'subgraphs/index/prisma/migrations';

let worlds = 0;

/** A database for the hub and one for each agency, and what drops them. */
export async function scenarioDatabases(codes: readonly string[]) {
  const server = await testServer();
  const run = `concordat_test_${process.pid}_${Date.now().toString(36)}_${worlds++}`;
  const nameOf = (code: string) => `${run}_${code.toLowerCase().replaceAll('-', '_')}`;
  const [hub, agency] = [await templateOf(server, HUB_MIGRATIONS), await templateOf(server, AGENCY_MIGRATIONS)];
  await Promise.all([server.clone(hub, nameOf('hub')), ...codes.map((code) => server.clone(agency, nameOf(code)))]);
  return {
    url: (code: string) => server.urlOf(nameOf(code)),
    drop: async () => {
      await Promise.all(['hub', ...codes].map((code) => server.drop(nameOf(code))));
      await server.close();
    },
  };
}
