import { migrate } from '../../platform/database/migrate.ts';
import { openPrisma } from '../../platform/database/prisma.ts';
import { agencyContext } from '../../subgraphs/agency/context.ts';
import { labelsOf } from '../../schema/labels.ts';
import { PrismaClient } from '../../subgraphs/agency/prisma/generated/client.ts';
import { useDatabase } from '../support/database.ts';
import { migrationsUntil } from '../support/migrations-until.ts';
import { agency } from './parties.ts';

const MIGRATIONS = 'subgraphs/agency/prisma/migrations';

const MARKED = '00000000-0000-4000-8000-000000000001';
const UNMARKED = '00000000-0000-4000-8000-000000000002';
const UNKNOWN = '00000000-0000-4000-8000-000000000003';

describe('an agency’s database from before handling codes', () => {
  const database = useDatabase();
  const earlier = migrationsUntil(MIGRATIONS, '20260101000002_completed_load');

  it('says of records that they have none, to agreements and to the index, unless their marks are not known', async () => {
    await migrate(database.url, earlier);
    const prisma = openPrisma(PrismaClient, database.url);
    try {
      await prisma.$executeRaw`INSERT INTO "Record" (id, kind, handling) VALUES
        (${MARKED}::uuid, 'REPORT_OF_INVESTIGATION', '{"releasableTo": ["FBI"], "notAsEvidence": true}'),
        (${UNMARKED}::uuid, 'REPORT_OF_INVESTIGATION', '{}'),
        (${UNKNOWN}::uuid, 'REPORT_OF_INVESTIGATION', NULL)`;
      await prisma.$executeRaw`INSERT INTO outbox (op, type, id, pointer) VALUES
        ('UPSERT', 'RECORD', ${MARKED}::uuid, '{"contactId": null, "labels": {"notAsEvidence": true}}'),
        ('UPSERT', 'RECORD', ${UNKNOWN}::uuid, '{"contactId": null, "labels": {}}'),
        ('WITHDRAW', 'RECORD', ${UNMARKED}::uuid, NULL)`;
      await migrate(database.url, MIGRATIONS);

      const loaded = await agencyContext(prisma, agency('DEA')).entities.Record.loadMany([MARKED, UNMARKED, UNKNOWN]);
      expect(loaded.map((record) => labelsOf('Record', record!)['handlingCodes'])).toEqual([[], [], undefined]);
      expect(loaded[0]).toMatchObject({ handling: { releasableTo: ['FBI'], notAsEvidence: true, codes: [] } });
      const told = await prisma.outbox.findMany({ orderBy: { sequence: 'asc' } });
      expect(told.map(({ pointer }) => pointer)).toEqual([
        { contactId: null, labels: { notAsEvidence: true, handlingCodes: [] } },
        { contactId: null, labels: {} },
        null,
      ]);
    } finally {
      await prisma.$disconnect();
    }
  });
});
