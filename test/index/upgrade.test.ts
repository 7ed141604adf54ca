import { migrate } from '../../platform/database/migrate.ts';
import { openPrisma } from '../../platform/database/prisma.ts';
import { PrismaClient } from '../../subgraphs/index/prisma/generated/client.ts';
import { useDatabase } from '../support/database.ts';
import { migrationsUntil } from '../support/migrations-until.ts';
import { id } from './pointers.ts';

const MIGRATIONS = 'subgraphs/index/prisma/migrations';

describe('an index from before handling codes', () => {
  const database = useDatabase();
  const earlier = migrationsUntil(MIGRATIONS, '20260101000000_init');

  it('knows of its records that they have none, unless nothing is known of their marks', async () => {
    await migrate(database.url, earlier);
    const prisma = openPrisma(PrismaClient, database.url);
    try {
      await prisma.$executeRaw`INSERT INTO pointer (id, type, originator, not_as_evidence) VALUES
        (${id(1)}::uuid, 'RECORD', 'ICE', true), (${id(2)}::uuid, 'RECORD', 'ICE', NULL)`;
      await migrate(database.url, MIGRATIONS);
      await prisma.$executeRaw`INSERT INTO pointer (id, type, originator) VALUES (${id(3)}::uuid, 'RECORD', 'ICE')`;
      const codes = await prisma.$queryRaw`SELECT handling_codes FROM pointer ORDER BY id`;
      expect(codes).toEqual([{ handling_codes: [] }, { handling_codes: null }, { handling_codes: null }]);
    } finally {
      await prisma.$disconnect();
    }
  });
});
