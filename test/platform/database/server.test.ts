import { databasesIn, agencyDatabase, HUB_DATABASE } from '../../../platform/database/names.ts';
import { openServer, type DatabaseServer } from '../../../platform/database/server.ts';
import { openPrisma } from '../../../platform/database/prisma.ts';
import { PrismaClient } from '../../../subgraphs/agency/prisma/generated/client.ts';
import { useDatabase } from '../../support/database.ts';

const database = useDatabase('subgraphs/agency/prisma/migrations');
const name = (suffix: string): string => `concordat_test_${process.pid}_server_${suffix}`;
const open = (databases?: ReadonlyMap<string, string>): Promise<DatabaseServer> =>
  openServer({ home: 'nowhere', databaseUrl: database.url, ...(databases && { databases }) });

it('serves the hub from DATABASE_URL, and the agencies from databases beside it', async () => {
  const server = await open();
  expect(server.urlOf(HUB_DATABASE)).toBe(database.url);
  expect(new URL(server.urlOf(agencyDatabase('IRS-CI'))).pathname).toBe('/concordat_agency_irs_ci');
  await server.stop();
});

it('serves an agency from a database of its own', async () => {
  const server = await open(databasesIn({ DATABASE_URL_IRS_CI: 'postgresql://irs.example/records' }));
  expect(await server.ensure(agencyDatabase('IRS-CI'))).toBe('postgresql://irs.example/records');
  await expect(server.drop(agencyDatabase('IRS-CI'))).rejects.toThrow('a database of your own');
  await server.stop();
});

it('creates a database when it is missing, clones it and drops it', async () => {
  const server = await open();
  const urls = await Promise.all([server.ensure(name('a')), server.ensure(name('a'))]);
  expect(urls[0]).toBe(urls[1]);
  await server.cloneFrom(name('a'), name('b'));
  await Promise.all([server.drop(name('a')), server.drop(name('b')), server.drop(name('b'))]);
  await server.stop();
});

it('connects Prisma clients', async () => {
  const prisma = openPrisma(PrismaClient, database.url);
  expect(await prisma.record.count()).toBe(0);
  await prisma.$disconnect();
});

it('says what to do when the server of DATABASE_URL does not answer, without its password', async () => {
  const opening = openServer({ home: 'nowhere', databaseUrl: 'postgresql://us:secret@127.0.0.1:1/hub' });
  await expect(opening).rejects.toThrow(/`127.0.0.1:1\/hub` does not answer: .*ECONNREFUSED[^]*DATABASE_URL=/);
  await expect(opening).rejects.not.toThrow('secret');
});
