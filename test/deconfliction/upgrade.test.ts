import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../platform/database/migrate.ts';
import { findByOfficer } from '../../subgraphs/deconfliction/declarations/read.ts';
import { openDatabase } from '../../subgraphs/deconfliction/store/database.ts';
import { useDatabase } from '../support/database.ts';
import { id } from './world.ts';

const MIGRATIONS = 'subgraphs/deconfliction/migrations';
const BEFORE = ['20260101000000_init', '20260101000001_told_since'];

const hub = useDatabase();

it('keeps what agencies had declared under the ids by which they know it, and looks for it still', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'concordat-'));
  for (const name of BEFORE) await cp(join(MIGRATIONS, name), join(directory, name), { recursive: true });
  await migrate(`${hub.url}?schema=deconfliction`, directory);
  await rm(directory, { recursive: true });
  const client = new Client({ connectionString: hub.url });
  await client.connect();
  await client.query(`SET search_path = deconfliction;
    INSERT INTO declaration (id, agency, kind, areas, declared_at, digest) VALUES ('${id(1)}', 'DEA', 'WATCH', '{}', now(), '');
    INSERT INTO selector (blind, declaration, agency, kinds, epoch) VALUES ('${id(9)}', '${id(1)}', 'DEA', '{PHONE}', 4);
    INSERT INTO checked (at, found, told_at) VALUES (now(), '[]', now())`);
  await client.end();
  const database = await openDatabase(hub.url);
  try {
    expect(await findByOfficer(database, 'DEA', id(1))).toMatchObject({ id: id(1), epochs: [4], outdated: false });
    const { rows } = await database.query(
      'SELECT selector.arrived = declaration.arrived AS same FROM selector JOIN declaration ON declaration = id',
    );
    expect(rows).toEqual([{ same: true }]);
  } finally {
    await database.end();
  }
});
