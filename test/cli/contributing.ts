import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { newBlindingKeys, printBlindingKeys } from '../../platform/blinding-file.ts';
import { ensurePartyKeys, readJson } from '../../platform/party-keys.ts';
import type { PublishedKeys } from '../../policy/signature/keys.ts';
import { serveContributions } from '../../subgraphs/index/contribution/route.ts';
import { useIndex, type TestIndex } from '../index/database.ts';
import { id } from '../index/pointers.ts';
import { concordat } from './concordat.ts';

/** A home of DEA with its keys, and an index at which it may load. */
export interface Contributing {
  readonly index: TestIndex;
  home: string;
  /** Where the index listens. */
  url: string;
  /** Writes a file of records of these numbers. @returns its path */
  readonly fileOf: (...numbers: readonly number[]) => string;
  /** What `concordat contribute` says of it. */
  readonly contribute: (file: string, ...options: readonly string[]) => ReturnType<typeof concordat>;
  /** The numbers of what the index has. */
  readonly held: () => Promise<readonly number[]>;
}

/** Gives the suite that calls it what loading takes; known once its `beforeAll` has run. */
export function useContributing(): Contributing {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-contributing-'));
  let app: FastifyInstance;
  let files = 0;
  const index = useIndex();
  const given: Contributing = {
    index,
    home: join(folder, 'home'),
    url: '',
    fileOf: (...numbers) => {
      const path = join(folder, `holdings-${(files += 1)}.ndjson`);
      writeFileSync(path, numbers.map((number) => `${JSON.stringify(record(number))}\n`).join(''));
      return path;
    },
    contribute: (file, ...options) =>
      concordat('contribute', '--home', given.home, '--threads', '1', 'DEA', file, ...options),
    held: async () => {
      const rows = await index.database.pointer.findMany({ orderBy: { id: 'asc' } });
      return rows.map((row) => Number(row.id.slice(-12)));
    },
  };
  beforeAll(async () => {
    await ensurePartyKeys(given.home, 'DEA');
    writeFileSync(join(given.home, 'private', 'blinding.json'), printBlindingKeys(newBlindingKeys()));
    const keys = (await readJson<PublishedKeys>(join(given.home, 'keys', 'DEA.jwks.json')))!;
    app = Fastify();
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    serveContributions(app, { ...index, keysOf: (code) => (code === 'DEA' ? keys.service : undefined) });
    given.url = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });
  return given;
}

function record(number: number): object {
  return { type: 'RECORD', id: id(number), contactId: null, labels: {} };
}
